import pairs from 'opencc-js/dict/TSCharacters'

const build = (): Uint16Array => {
  const map = new Uint16Array(65_536)
  for (const pair of pairs.split('|')) {
    const [from = '', to = ''] = pair.split(' ')
    if (from.length === 1 && to.length === 1) map[from.charCodeAt(0)] = to.charCodeAt(0)
  }
  for (const [from, to] of [...'臵置', ...'裏里', ...'髮发', ...'纔才']
    .join('')
    .matchAll(/(.)(.)/gu)
    .map(m => [m[1], m[2]]))
    map[(from ?? '').charCodeAt(0)] = (to ?? '').charCodeAt(0)
  return map
}

let table: Uint16Array | null = null

/** Simplified forms by UTF-16 code unit, 0 where the character stays; one unit for one, so that offsets hold. Built on first use. */
export const simplifiedForms = (): Uint16Array => {
  table ??= build()
  return table
}
