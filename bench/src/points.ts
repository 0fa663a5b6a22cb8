import { openCaseCounty } from './county/case-county.ts'
import { startServer } from './county/start-server.ts'
import { timeAskings } from './county/time-askings.ts'
import { printNotes } from './print-table.ts'

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
export const points = async (args: readonly string[]): Promise<void> => {
  console.log('Filling a county…')
  const county = await openCaseCounty(args)
  try {
    const server = await startServer(county.url)
    try {
      await timeAskings(server, county.db, askings)
      printNotes(
        'Over HTTP with session, rights, row-level security and the whole reply, counts included; the map answers ten thousand points.',
        'Processor time is fair on a busy machine, where every wait grows by what others do; the first request counts in it.',
        'Figures to hold: p95 under 300 ms for everybody, the narrowest at most 1.5 times the root.',
      )
    } finally {
      await server.stop()
    }
  } finally {
    await county.close()
  }
}
