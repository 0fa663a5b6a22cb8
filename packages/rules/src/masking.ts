/** 张*: the family name and no more. */
export const maskName = (name: string): string => {
  const [first, ...rest] = [...name.trim()]
  return first === undefined ? '' : `${first}${'*'.repeat(Math.min(2, Math.max(1, rest.length)))}`
}

/** 138****1234. A number too short for that shows its last two digits. */
export const maskPhone = (phone: string): string => {
  const digits = phone.replace(/[\s-]/g, '')
  if (digits.length >= 11) return `${digits.slice(0, -8)}****${digits.slice(-4)}`
  return `${'*'.repeat(Math.max(0, digits.length - 2))}${digits.slice(-2)}`
}

/** The first and the last three characters of an identity card's number. */
export const maskIdNumber = (number: string): string => {
  const plain = number.trim()
  return plain.length < 10
    ? '*'.repeat(plain.length)
    : `${plain.slice(0, 3)}${'*'.repeat(plain.length - 6)}${plain.slice(-3)}`
}

/** Down to the estate or the street; building, stairwell and room are left out. */
export const maskAddress = (address: string): string => {
  const cut = address.search(/[\d０-９一二三四五六七八九十百]+\s*(?:号|栋|幢|座|单元|楼|室|户|弄|排|#)/)
  return cut < 0 ? address : `${address.slice(0, cut)}***`
}

/** z***@example.cn */
export const maskEmail = (email: string): string => {
  const at = email.lastIndexOf('@')
  return at < 1 ? '***' : `${email.slice(0, 1)}***${email.slice(at)}`
}
