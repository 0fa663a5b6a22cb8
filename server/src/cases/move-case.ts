import type { Context } from '../context.ts'
import { stepOfCase } from './step-case.ts'

type Seen = { readonly id: string; readonly version: number }
type WithNote = Seen & { readonly note?: string | undefined }
type WithReason = Seen & { readonly reason: string }

const by = ({ actor }: Context) => actor.personId

export const acceptCase = (context: Context, input: WithNote) =>
  stepOfCase(context, input, { kind: 'accept', by: by(context) })

/** It is not ours: back to the office, which finds another. */
export const refuseCase = (context: Context, { reason, ...seen }: WithReason) =>
  stepOfCase(context, { ...seen, note: reason }, { kind: 'refuse', by: by(context), reason })

export const startCase = (context: Context, input: WithNote) =>
  stepOfCase(context, input, { kind: 'start', by: by(context) })

/** Submits what was mended, with words or pictures. */
export const submitCase = (context: Context, input: WithNote & { readonly evidenceIds: readonly string[] }) =>
  stepOfCase(context, input, { kind: 'submit', by: by(context) })

export type Recheck = WithReason & { readonly passed: boolean; readonly evidenceIds: readonly string[] }

/** Somebody who did not mend it has looked: it holds, or goes back with a reason. */
export const recheckCase = (context: Context, { passed, reason, ...seen }: Recheck) =>
  stepOfCase(context, { ...seen, note: reason }, { kind: 'recheck', by: by(context), passed, reason })

export const closeCase = (context: Context, input: WithNote) =>
  stepOfCase(context, input, { kind: 'close', by: by(context) })

export const dismissCase = (context: Context, { reason, ...seen }: WithReason) =>
  stepOfCase(
    context,
    { ...seen, note: reason, set: { due_at: 'infinity' } },
    { kind: 'dismiss', by: by(context), reason },
  )

/** 挂牌督办. */
export const listCase = (context: Context, input: WithNote) =>
  stepOfCase(context, input, { kind: 'list', by: by(context) })
