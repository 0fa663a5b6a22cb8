import { printNotes } from '../print-table.ts'
import { inCaseCounty, withServer } from './in-case-county.ts'
import { type Asking, timeAskings } from './time-askings.ts'

/** Asks each question as each role in a county of a million cases, and says what to hold it to. */
export const askCounty = (
  args: readonly string[],
  askings: readonly Asking[],
  ...notes: readonly string[]
): Promise<void> =>
  inCaseCounty(args, async county => {
    await withServer(county, server => timeAskings(server, county.db, askings))
    printNotes(
      ...notes,
      'Processor time is fair on a busy machine, where every wait grows by what others do; the first request counts in it.',
      'Figures to hold: p95 under 300 ms for everybody, the narrowest at most 1.5 times the root.',
    )
  })
