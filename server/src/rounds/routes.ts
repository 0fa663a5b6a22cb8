import { operations } from '../http/operations.ts'
import { roundBulletin } from './bulletin.ts'
import { commitRound } from './commit-round.ts'
import { drawRound } from './draw-round.ts'
import { cancelRound, endRound } from './end-round.ts'
import { getRound } from './get-round.ts'
import { planSample } from './plan-sample.ts'
import { proposeRounds } from './proposals.ts'
import { listRounds } from './queries.ts'
import { replaceInspector } from './replace-inspector.ts'
import { resultsOf } from './results.ts'
import { changeRound, createRound } from './write-round.ts'

const { rounds } = operations

export const roundsRoutes = {
  list: rounds.list.handler(({ context, input }) => listRounds(context, input)),
  proposals: rounds.proposals.handler(({ context, input }) => proposeRounds(context, input)),
  get: rounds.get.handler(({ context, input }) => getRound(context, input.id)),
  results: rounds.results.handler(({ context, input }) => resultsOf(context, input.id)),
  bulletin: rounds.bulletin.handler(({ context, input }) => roundBulletin(context, input.id)),
  plan: rounds.plan.handler(({ context, input }) => planSample(context, input)),
  create: rounds.create.handler(({ context, input }) => createRound(context, input)),
  change: rounds.change.handler(({ context, input }) => changeRound(context, input)),
  commit: rounds.commit.handler(({ context, input }) => commitRound(context, input)),
  draw: rounds.draw.handler(({ context, input }) => drawRound(context, input)),
  replace: rounds.replace.handler(({ context, input }) => replaceInspector(context, input)),
  end: rounds.end.handler(({ context, input }) => endRound(context, input)),
  cancel: rounds.cancel.handler(({ context, input }) => cancelRound(context, input)),
}
