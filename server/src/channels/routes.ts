import { operations } from '../http/operations.ts'
import { addChannel, changeChannel, listChannels, removeChannel, testChannel } from './channels.ts'

const { channels } = operations

export const channelsRoutes = {
  list: channels.list.handler(({ context }) => listChannels(context)),
  add: channels.add.handler(({ context, input }) => addChannel(context, input)),
  change: channels.change.handler(({ context, input }) => changeChannel(context, input)),
  test: channels.test.handler(async ({ context, input }) => {
    await testChannel(context, input.id)
    return { ok: true as const }
  }),
  remove: channels.remove.handler(async ({ context, input }) => {
    await removeChannel(context, input.id)
    return { ok: true as const }
  }),
}
