import type { Random } from '../context.ts'

/** Letters and digits that cannot be taken for one another when read out. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Three groups of four, to be read out over the telephone: about 59 bits. */
export const firstPassword = (random: Random): string => {
  const picked: string[] = []
  while (picked.length < 12) {
    // Bytes above the largest multiple are dropped, so that every sign is as likely.
    const fair = [...random(16)].filter(byte => byte < 256 - (256 % signs.length))
    picked.push(...fair.map(byte => signs[byte % signs.length] ?? ''))
  }
  return [picked.slice(0, 4), picked.slice(4, 8), picked.slice(8, 12)].map(group => group.join('')).join('-')
}
