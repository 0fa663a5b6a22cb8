import { oc } from '@orpc/contract'
import * as z from 'zod'
import { actions, done, id, instant, unitRef } from './shape.ts'

export const channelKind = z.enum(['email', 'wecom', 'dingtalk', 'feishu'])
export const channel = z.object({
  id,
  kind: channelKind,
  unit: unitRef.nullable(),
  address: z.string(),
  rhythm: z.enum(['daily', 'at-once']),
  active: z.boolean(),
  lastSentAt: instant.nullable(),
  lastFailure: z.string().nullable(),
  actions,
})
export type Channel = z.infer<typeof channel>

/** Where notices go: a person's own e-mail, or a unit's group by webhook. A daily digest unless chosen otherwise. */
export const channelsContract = {
  list: oc
    .route({ method: 'GET', path: '/channels', tags: ['channels'], summary: 'Notification channels' })
    .output(z.array(channel)),
  add: oc
    .route({ method: 'POST', path: '/channels', tags: ['channels'], summary: 'Add a channel' })
    .input(
      z.object({
        kind: channelKind,
        unitId: id.nullable(),
        address: z.string().trim().min(5).max(500),
        secret: z.string().trim().max(200).nullable().default(null),
        rhythm: z.enum(['daily', 'at-once']).default('daily'),
      }),
    )
    .output(channel),
  change: oc
    .route({ method: 'PATCH', path: '/channels/{id}', tags: ['channels'], summary: 'Change a channel' })
    .input(z.object({ id, rhythm: z.enum(['daily', 'at-once']).optional(), active: z.boolean().optional() }))
    .output(channel),
  test: oc
    .route({ method: 'POST', path: '/channels/{id}/test', tags: ['channels'], summary: 'Send a trial message' })
    .input(z.object({ id }))
    .output(done),
  remove: oc
    .route({ method: 'DELETE', path: '/channels/{id}', tags: ['channels'], summary: 'Remove a channel' })
    .input(z.object({ id }))
    .output(done),
}
