const digits = [...'〇一二三四五六七八九']
const legalDigits = [...'零壹贰叁肆伍陆柒捌玖']
const stems = [...'甲乙丙丁戊己庚辛壬癸']
const branches = [...'子丑寅卯辰巳午未申酉戌亥']

type Units = { readonly digits: readonly string[]; readonly places: readonly string[]; readonly short: boolean }
const plain: Units = { digits, places: ['', '十', '百', '千'], short: true }
const legal: Units = { digits: legalDigits, places: ['', '拾', '佰', '仟'], short: false }

/** 1 to 9999 with place values: 一百零三, 壹拾贰. */
const counted = (n: number, { digits: signs, places, short }: Units): string => {
  if (n < 1 || n > 9999) return String(n)
  const written = [...String(n)]
    .map((digit, i, all) => (digit === '0' ? '零' : `${signs[Number(digit)]}${places[all.length - 1 - i]}`))
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '')
  return short ? written.replace(/^一十/, '十') : written
}

const romanSteps: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

const roman = (n: number): string => {
  if (n > 399) return String(n)
  let [rest, out] = [n, '']
  for (const [value, sign] of romanSteps)
    while (rest >= value) {
      out += sign
      rest -= value
    }
  return out
}

/** `aa` after `z`, as Word counts; it goes no further than thirty of them. */
const letters = (n: number): string =>
  n > 780 ? String(n) : String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26))

/** One of a row of signs, the number itself past their end. */
const nth =
  (signs: readonly string[]) =>
  (n: number): string =>
    signs[n - 1] ?? String(n)

const row = (first: number, length: number): readonly string[] =>
  Array.from({ length }, (_, i) => String.fromCharCode(first + i))

const chinese = (n: number): string => counted(n, plain)
const digitByDigit = (n: number): string => [...String(n)].map(digit => digits[Number(digit)]).join('')
const inCapitals = (n: number): string => counted(n, legal)
const circled = nth(row(0x2460, 20))

/** The formats of numbers that Word offers (ECMA-376, ST_NumberFormat) and Chinese documents use. */
const formats: ReadonlyMap<string, (n: number) => string> = new Map([
  ...['chineseCounting', 'chineseCountingThousand', 'japaneseCounting', 'taiwaneseCounting'].map(
    name => [name, chinese] as const,
  ),
  ...['taiwaneseCountingThousand', 'ideographCounting'].map(name => [name, chinese] as const),
  ...['ideographDigital', 'japaneseDigitalTenThousand', 'taiwaneseDigital'].map(name => [name, digitByDigit] as const),
  ...['chineseLegalSimplified', 'ideographLegalTraditional', 'japaneseLegal'].map(name => [name, inCapitals] as const),
  ['ideographTraditional', nth(stems)],
  ['ideographZodiac', nth(branches)],
  ['decimalEnclosedCircle', circled],
  ['decimalEnclosedCircleChinese', circled],
  ['decimalEnclosedParen', nth(row(0x2474, 20))],
  ['decimalEnclosedFullstop', nth(row(0x2488, 20))],
  ['decimalZero', n => String(n).padStart(2, '0')],
  ['lowerLetter', letters],
  ['upperLetter', n => letters(n).toUpperCase()],
  ['lowerRoman', roman],
  ['upperRoman', n => roman(n).toUpperCase()],
])

const most = 99_999

/** A number as a format of Word writes it. */
export const writtenNumber = (n: number, format: string): string =>
  n < 1 || n > most ? String(n) : (formats.get(format) ?? String)(n)
