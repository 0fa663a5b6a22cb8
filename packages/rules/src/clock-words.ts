import { smallNumber, smallNumberPattern } from './chinese-number.ts'
import type { ClockTime } from './local-time.ts'

/**
 * The times of day in a phrase, each once, in order: `12:00`, `下午3点半`, `7时和18时`, `上午、下午`, `下班前`. Of a span (8:00至
 * 11:30) its end. Empty where none is named.
 */
export const clockTimesIn = (phrase: string): readonly ClockTime[] => {
  const text = phrase.normalize('NFKC').replace(/\s+/g, '')
  const clocks = [...text.matchAll(exact)].filter(match => !opensSpan(text, match)).flatMap(onTheClock)
  const times = clocks.length > 0 ? clocks : partsOfDay.flatMap(({ words, ends }) => (words.test(text) ? [ends] : []))
  return [...new Set(times)].sort()
}

const number = smallNumberPattern
const exact = new RegExp(
  `(凌晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚间|晚)?(?:(\\d{1,2}):(\\d{2})|(${number})[点时](?!间|段|期|候|刻)(?:(半)|([一三])刻|(${number})分?)?)`,
  'g',
)

const opensSpan = (text: string, match: RegExpExecArray): boolean =>
  /^(?:至|到|-|~|—|–)(?:[上下中]午|晚上?|早上?)?(?:\d|[一二三四五六七八九十])/.test(
    text.slice(match.index + match[0].length),
  )

const onTheClock = (match: RegExpExecArray): readonly ClockTime[] => {
  const [, part = '', digitalHour, digitalMinute, hourWord, half, quarters, minuteWord] = match
  const hour = digitalHour === undefined ? smallNumber(hourWord ?? '') : Number(digitalHour)
  const minute = digitalMinute === undefined ? minuteInWords(half, quarters, minuteWord) : Number(digitalMinute)
  if (hour === null || hour > 24 || minute > 59) return []
  return [written(hour < 12 && isAfterNoon(part, hour) ? hour + 12 : hour, minute)]
}

const minuteInWords = (half?: string, quarters?: string, minutes?: string): number =>
  half ? 30 : quarters ? (smallNumber(quarters) ?? 0) * 15 : (smallNumber(minutes ?? '') ?? 0)

const isAfterNoon = (part: string, hour: number): boolean =>
  /^(下午|傍晚|晚)/.test(part) || (part === '中午' && hour < 3)

const written = (hour: number, minute: number): ClockTime =>
  hour === 24 ? '23:59:59' : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`

/** When a part of the day is over; the working day is taken to end at 18:00. */
const partsOfDay: readonly { readonly words: RegExp; readonly ends: ClockTime }[] = [
  { words: /上班前/, ends: '09:00' },
  { words: /早上|早晨|清晨|凌晨|早晚/, ends: '09:00' },
  { words: /上午|中午|午前|上下午/, ends: '12:00' },
  { words: /下午|傍晚|午后|下班/, ends: '18:00' },
  { words: /晚上|晚间|当晚|每晚|夜间|早晚/, ends: '22:00' },
]
