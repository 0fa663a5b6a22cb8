import type { Marker } from '../2-outline/markers.ts'

const digits = '〇一二三四五六七八九'

const han = (n: number): string => {
  if (n < 10) return digits[n] ?? ''
  const tens = Math.floor(n / 10)
  return `${tens === 1 ? '' : (digits[tens] ?? '')}十${n % 10 === 0 ? '' : (digits[n % 10] ?? '')}`
}

const circled = (n: number): string => String.fromCharCode(0x245f + n)

/** A marker in the same hand with another number: beside `(三)`, number 4 is `(四)`. */
export const markerFor = ({ family, text }: Marker, number: number): string => {
  if (family === 'circled') return circled(number)
  if (family === 'dotted') return text.replace(/\d+(?=\D*$)/, String(number))
  return /\d/.test(text) ? text.replace(/\d+/, String(number)) : text.replace(/[一二三四五六七八九十百]+/, han(number))
}
