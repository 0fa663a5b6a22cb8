import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { problemBody } from '../http/problem-reply.ts'
import { Problem } from '../problem.ts'
import { assignCase } from './assign-case.ts'
import { acceptCase, closeCase, dismissCase } from './move-case.ts'

export type Batch = {
  readonly step: 'assign' | 'accept' | 'close' | 'dismiss'
  readonly cases: readonly { readonly id: string; readonly version: number }[]
  /** For assigning; null: each to the unit that answers for its point. */
  readonly unitId: string | null
  readonly reason: string
}

export type Answered = {
  readonly id: string
  readonly done: boolean
  readonly problem: { readonly code: string; readonly title: string; readonly detail: string } | null
}

/** One step for many. What is refused for one leaves the others as they are done. */
export const batchCases = async (context: Context, batch: Batch): Promise<Answered[]> => {
  const answers: Answered[] = []
  for (const one of batch.cases) answers.push(await answerFor(context, batch, one))
  return answers
}

const answerFor = async (context: Context, batch: Batch, one: Batch['cases'][number]): Promise<Answered> => {
  const { db, requestId } = context
  await sql`savepoint one_case`.execute(db)
  try {
    await stepFor(context, batch, one)
    await sql`release savepoint one_case`.execute(db)
    return { id: one.id, done: true, problem: null }
  } catch (error) {
    await sql`rollback to savepoint one_case`.execute(db)
    if (!(error instanceof Problem)) throw error
    const { code, title, detail } = problemBody(error, requestId, 'zh')
    return { id: one.id, done: false, problem: { code, title, detail } }
  }
}

const stepFor = async (
  context: Context,
  { step, unitId, reason }: Batch,
  { id, version }: Batch['cases'][number],
): Promise<void> => {
  const note = reason || undefined
  switch (step) {
    case 'assign':
      return assignCase(context, { id, version, unitId, note })
    case 'accept':
      await acceptCase(context, { id, version, note })
      return
    case 'close':
      await closeCase(context, { id, version, note })
      return
    case 'dismiss':
      await dismissCase(context, { id, version, reason })
  }
}
