import { openOperations } from '../http/operations.ts'
import { setUp } from './set-up.ts'
import { setUpState } from './set-up-state.ts'

export const setupRoutes = {
  state: openOperations.setup.state.handler(({ context }) => setUpState(context.house)),
  run: openOperations.setup.run.handler(async ({ context, input }) => {
    await setUp(context, input)
    return { ok: true as const }
  }),
}
