import { oc } from '@orpc/contract'
import * as z from 'zod'
import { assignmentRow } from './assignments.ts'
import { caseRow } from './cases.ts'
import { occurrence } from './duties.ts'
import { roundProposal, roundRow } from './rounds.ts'
import { day, id } from './shape.ts'

const line = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('assignment'), assignment: assignmentRow }),
  z.object({ kind: z.literal('occurrence'), occurrence }),
])

export const today = z.object({
  day,
  late: z.array(line),
  today: z.array(line),
  /** What waits for a decision of mine: confirm, return, grant more time. */
  decide: z.array(z.object({ kind: z.enum(['confirm', 'extension']), assignment: assignmentRow })),
  soon: z.array(line),
  /** What I handed in and others look at. */
  waiting: z.array(line),
  /** Rounds that a duty asks for and nobody has prepared; that I am drawn for; that wait for the lot or for their end. */
  rounds: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('prepare'), proposal: roundProposal }),
      z.object({ kind: z.enum(['visit', 'commit', 'draw', 'end']), round: roundRow }),
    ]),
  ),
  /** Cases that want something of me, and those that are listed or have risen to my level. */
  cases: z.array(
    z.object({
      kind: z.enum(['mend', 'assign', 'recheck', 'close', 'extension', 'listed', 'escalated']),
      case: caseRow,
    }),
  ),
  plans: z.array(z.object({ id, title: z.string(), waiting: z.int() })),
  countdowns: z.array(z.object({ programmeId: id, title: z.string(), text: z.string(), on: day, days: z.int() })),
  /** Whole: each list above ends after its first lines, and these say how many there are. */
  counts: z.object({
    late: z.int(),
    today: z.int(),
    decide: z.int(),
    soon: z.int(),
    waiting: z.int(),
    rounds: z.int(),
    cases: z.int(),
    plans: z.int(),
    confirmed: z.int(),
    total: z.int(),
  }),
})
export type Today = z.infer<typeof today>

export const todayContract = {
  get: oc
    .route({ method: 'GET', path: '/today', tags: ['today'], summary: 'What is due, late and waiting for me' })
    .output(today),
}
