import { printNotes } from '../print-table.ts'
import { openCaseCounty } from './case-county.ts'
import { startServer } from './start-server.ts'
import { type Asking, timeAskings } from './time-askings.ts'

/** Fills a county with a million cases, or opens one that was kept, asks each question as each role, and says what to hold it to. */
export const askCounty = async (
  args: readonly string[],
  askings: readonly Asking[],
  ...notes: readonly string[]
): Promise<void> => {
  console.log('Filling a county…')
  const county = await openCaseCounty(args)
  try {
    const server = await startServer(county.url)
    try {
      await timeAskings(server, county.db, askings)
      printNotes(
        ...notes,
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
