import type { Random } from '../context.ts'

/** Digits and letters that nobody mistakes for one another, on a label in the rain. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 8

/** What is printed on a point's label: it says which point it is, and opens nothing. */
export const newPointCode = (random: Random): string => {
  let code = ''
  while (code.length < LENGTH)
    // Only bytes below a multiple of the alphabet, so that every letter is as likely.
    for (const byte of random(LENGTH)) if (byte < 240 && code.length < LENGTH) code += letters[byte % letters.length]
  return code
}

export const isPointCode = (text: string): boolean => /^[0-9A-Z-]{3,40}$/.test(text)
