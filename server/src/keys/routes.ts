import { operations } from '../http/operations.ts'
import { createKey, listKeys, revokeKey } from './keys.ts'

export const keysRoutes = {
  list: operations.keys.list.handler(({ context }) => listKeys(context)),
  create: operations.keys.create.handler(({ context, input }) => createKey(context, input)),
  revoke: operations.keys.revoke.handler(async ({ context, input }) => {
    await revokeKey(context, input.id)
    return { ok: true as const }
  }),
}
