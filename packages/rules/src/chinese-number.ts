const digits = '零一二三四五六七八九'

/** A whole number below a hundred, in digits (half or full width) or in characters: `25`, `二十五`, `廿五`, `两`. Null for anything else. */
export const smallNumber = (text: string): number | null => {
  const plain = text.normalize('NFKC')
  if (/^\d{1,2}$/.test(plain)) return Number(plain)
  const match = /^([一二两三四五六七八九]?)(十?)([一二两三四五六七八九]?)$/.exec(
    plain.replace(/^廿/, '二十').replace(/^卅/, '三十').replace('〇', '零'),
  )
  if (!match || plain === '') return plain === '零' ? 0 : null
  const [, tens = '', ten, ones = ''] = match
  if (!ten) return tens !== '' && ones === '' ? digitOf(tens) : null
  return (tens === '' ? 1 : digitOf(tens)) * 10 + (ones === '' ? 0 : digitOf(ones))
}

/** Source of a pattern for what `smallNumber` reads. */
export const smallNumberPattern = '(?:\\d{1,2}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])'

const digitOf = (character: string): number => (character === '两' ? 2 : digits.indexOf(character))
