import { smallNumber, smallNumberPattern } from './chinese-number.ts'
import type { ClockTime } from './local-time.ts'

/** The time of day in a phrase: `12:00`, `下午3点半`, `晚8时`, `17：30`, `上午`, `中午`, `下班前`. Null where none is named. */
export const clockTimeIn = (phrase: string): ClockTime | null => {
  const text = phrase.normalize('NFKC')
  const clock = exact.exec(text)
  if (clock) return onTheClock(clock)
  const part = partsOfDay.find(({ words }) => words.test(text))
  return part ? part.ends : null
}

const number = smallNumberPattern
const exact = new RegExp(
  `(凌晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚间|晚)?(?:(\\d{1,2}):(\\d{2})|(${number})[点时](?!间|段|期|候|刻)(?:(半)|([一三])刻|(${number})分?)?)`,
)

const onTheClock = (match: RegExpExecArray): ClockTime | null => {
  const [, part = '', digitalHour, digitalMinute, hourWord, half, quarters, minuteWord] = match
  const hour = digitalHour === undefined ? smallNumber(hourWord ?? '') : Number(digitalHour)
  const minute =
    digitalMinute !== undefined
      ? Number(digitalMinute)
      : half
        ? 30
        : quarters
          ? (smallNumber(quarters) ?? 0) * 15
          : (smallNumber(minuteWord ?? '') ?? 0)
  if (hour === null || hour > 24 || minute > 59) return null
  return written(hour < 12 && isAfterNoon(part, hour) ? hour + 12 : hour, minute)
}

const isAfterNoon = (part: string, hour: number): boolean =>
  /^(下午|傍晚|晚)/.test(part) || (part === '中午' && hour < 3)

const written = (hour: number, minute: number): ClockTime =>
  hour === 24 ? '23:59:59' : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`

/** When a part of the day is over; the working day is taken to end at 18:00. The first that fits counts. */
const partsOfDay: readonly { readonly words: RegExp; readonly ends: ClockTime }[] = [
  { words: /上班前/, ends: '09:00' },
  { words: /下班/, ends: '18:00' },
  { words: /上午|中午|午前/, ends: '12:00' },
  { words: /下午|傍晚|午后/, ends: '18:00' },
  { words: /早上|早晨|清晨|凌晨/, ends: '09:00' },
  { words: /晚上|晚间|当晚|每晚|夜间/, ends: '22:00' },
]
