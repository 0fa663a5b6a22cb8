import { operations } from '../http/operations.ts'
import { addItem } from './add-item.ts'
import { changeItem } from './change-item.ts'
import { comparePlan } from './compare-plan.ts'
import { confirmAll } from './confirm-all.ts'
import { matchParty } from './match-party.ts'
import { leaveReview } from './presence.ts'
import { getChanges, getReview } from './queries.ts'
import { revisePlan } from './revise-plan.ts'
import { settleDiagnostic } from './settle-diagnostic.ts'

const { review } = operations

export const reviewRoutes = {
  get: review.get.handler(({ context, input }) => getReview(context, input.id)),
  changes: review.changes.handler(({ context, input }) => getChanges(context, input.id, input.since)),
  add: review.add.handler(({ context, input }) => addItem(context, input)),
  change: review.change.handler(({ context, input }) => changeItem(context, input)),
  confirmAll: review.confirmAll.handler(({ context, input }) => confirmAll(context, input.id, input.kind)),
  settle: review.settle.handler(({ context, input }) => settleDiagnostic(context, input)),
  match: review.match.handler(({ context, input }) => matchParty(context, input)),
  comparison: review.comparison.handler(({ context, input }) => comparePlan(context, input.id)),
  revise: review.revise.handler(({ context, input }) => revisePlan(context, input)),
  leave: review.leave.handler(({ context, input }) => leaveReview(context, input.id)),
}
