import { clued } from '../../scan/clues.ts'
import { hitsOf, quote } from '../places.ts'
import type { Rule } from '../rule.ts'

const phones = clued(
  /(?:电话|手机|热线|座机|联系方式)(?:号码?)?(?:为|是)?[:(]?\s?(\+?\d[\d\- ]{3,20}\d)(?![\d%元个名人次])/g,
)

/** Whether digits are a number that can be dialled in China: short, local, with an area code, mobile, or free. */
const isDialled = (written: string): boolean => {
  const digits = written.replace(/^\+?86[- ]?(?=1\d{10}|0?\d{10})/, '').replace(/[- ]/g, '')
  if (/^(?:1[0-2]\d|9\d{4}|1\d{4})$/.test(digits)) return true
  if (/^1[3-9]\d{9}$/.test(digits) || /^[48]00\d{7}$/.test(digits)) return true
  return /^(?:0(?:10|2\d|[3-9]\d{2}))?[2-8]\d{6,7}$/.test(digits)
}

/** Two numbers parted by blanks are looked at one by one. */
const numbersIn = (written: string): readonly string[] =>
  written.split(/ +/).length > 1 && written.split(/ +/).every(part => part.replace(/-/g, '').length >= 7)
    ? written.split(/ +/)
    : [written]

/** Every telephone number can be dialled. */
export const everyPhoneCanBeDialled: Rule = plan =>
  hitsOf(plan, phones).flatMap(({ match, end }) => {
    const written = match[1] ?? ''
    if (numbersIn(written).every(isDialled)) return []
    const span = { start: end - written.length, end }
    return [
      {
        code: 'phone-garbled',
        params: { number: quote(plan, span), digits: written.replace(/\D/g, '').length },
        span,
      },
    ]
  })
