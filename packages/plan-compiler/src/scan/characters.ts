/** All that `\s` stands for. */
const blanks =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'

/** A set of characters that is asked by code: reading `set[code]` is far cheaper than a pattern for one character. */
export const characters = (members: string, withBlanks: 'and blanks' | '' = ''): Uint8Array => {
  const set = new Uint8Array(65_536)
  for (const c of withBlanks ? members + blanks : members) set[c.charCodeAt(0)] = 1
  return set
}

/** Where the first character of a set stands between two offsets; -1 where none does. */
export const firstOf = (set: Uint8Array, text: string, start: number, end: number): number => {
  for (let at = start; at < end; at++) if (set[text.charCodeAt(at)] === 1) return at
  return -1
}

export const isDigit = (code: number): boolean => code >= 48 && code <= 57

export const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff
