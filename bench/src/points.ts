import { askCounty } from './county/ask-county.ts'

const askings = [
  { name: 'first page and count', path: 'points?limit=50' },
  { name: 'late', path: 'points?limit=50&status=late' },
  { name: 'something open', path: 'points?limit=50&status=open' },
  { name: 'good', path: 'points?limit=50&status=good' },
  { name: 'nobody has been there', path: 'points?limit=50&status=unseen' },
  { name: 'one type', path: `points?limit=50&pointType=${encodeURIComponent('楼道')}` },
  { name: 'one type, late', path: `points?limit=50&status=late&pointType=${encodeURIComponent('楼道')}` },
  { name: 'Chinese words', path: `points?limit=50&q=${encodeURIComponent('柳塘')}` },
  { name: 'Chinese words, late', path: `points?limit=50&status=late&q=${encodeURIComponent('柳塘')}` },
  { name: 'types with their counts', path: 'point-types' },
  { name: 'map', path: 'points/map' },
] as const

/** The list of points, what filters it, and the map, at a hundred thousand points with a million cases. */
export const points = (args: readonly string[]): Promise<void> =>
  askCounty(
    args,
    askings,
    'Over HTTP with session, rights, row-level security and the whole reply, counts included; the map answers ten thousand points.',
  )
