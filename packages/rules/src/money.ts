/** Money is whole fen, everywhere. */
export type Fen = number

/** `1,234.50`; whole yuan without the decimals: `1,200`. */
export const yuanText = (fen: Fen): string => {
  const whole = Math.trunc(Math.abs(fen) / 100)
  const rest = Math.abs(fen) % 100
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${fen < 0 ? '-' : ''}${grouped}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`
}

/** Reads `1,234.5`, `10万元`, `0.8亿`, `￥500`. Null for what is no amount or does not come out in whole fen. */
export const parseYuan = (text: string): Fen | null => {
  const plain = text.normalize('NFKC').replace(/[\s,¥元整]/g, '')
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,8}))?([万亿]?)$/.exec(plain)
  if (!match) return null
  const [, sign, whole = '', decimals = '', scale = ''] = match
  const zeros = scale === '亿' ? 10 : scale === '万' ? 6 : 2
  const digits = decimals.replace(/0+$/, '')
  if (digits.length > zeros) return null
  const fen = Number(whole + digits.padEnd(zeros, '0'))
  return Number.isSafeInteger(fen) ? (sign === '-' ? 0 - fen : fen) : null
}

const numerals = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟']
const sections = ['', '万', '亿', '万亿']

/** The amount in capitals, as on receipts: 陆拾万元整, 壹仟零伍元叁角贰分. */
export const capitalAmount = (fen: Fen): string => {
  const [yuan, jiao, cent] = [
    Math.trunc(Math.abs(fen) / 100),
    Math.trunc((Math.abs(fen) % 100) / 10),
    Math.abs(fen) % 10,
  ]
  const whole = yuan === 0 ? '' : `${capitalWhole(yuan)}元`
  if (jiao === 0 && cent === 0) return `${fen < 0 ? '负' : ''}${whole || '零元'}整`
  const tenths = jiao > 0 ? `${numerals[jiao]}角` : whole === '' ? '' : '零'
  return `${fen < 0 ? '负' : ''}${whole}${tenths}${cent > 0 ? `${numerals[cent]}分` : '整'}`
}

/** Four digits at a time; a gap of zeros is one 零. */
const capitalWhole = (yuan: number): string => {
  const groups: number[] = []
  for (let rest = yuan; rest > 0; rest = Math.trunc(rest / 10_000)) groups.unshift(rest % 10_000)
  return groups.reduce((text, group, index) => {
    if (group === 0) return text
    const scale = sections[groups.length - 1 - index]
    const gap = text !== '' && (group < 1000 || groups[index - 1] === 0) ? '零' : ''
    return `${text}${gap}${capitalGroup(group)}${scale}`
  }, '')
}

const capitalGroup = (group: number): string => {
  const digits = String(group).split('').map(Number)
  return digits
    .map((digit, index) => (digit === 0 ? '零' : `${numerals[digit]}${places[digits.length - 1 - index]}`))
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '')
}
