import { sql } from 'kysely'
import pg from 'pg'
import type { Context } from '../context.ts'
import { problemOfDatabase } from '../http/problem-of-database.ts'
import { Problem } from '../problem.ts'
import { type KeptProblem, keptProblem } from './problem-kept.ts'

/** Runs a step so that nothing of it stays where it meets a Problem; says which. What is nobody's fault but ours is logged, and kept alike. */
export const attempt = async (context: Context, run: () => Promise<void>): Promise<KeptProblem | null> => {
  const { db, log, requestId } = context
  await sql`savepoint entry`.execute(db)
  try {
    await run()
    await sql`release savepoint entry`.execute(db)
    return null
  } catch (error) {
    if (isPassing(error)) throw new Problem('too-many-requests', { seconds: 2 })
    await sql`rollback to savepoint entry`.execute(db)
    const problem = error instanceof Problem ? error : problemOfDatabase(error)
    if (problem === null) log.error({ err: error, requestId }, 'An entry from a phone met a bug and is kept')
    return keptProblem(problem, requestId)
  }
}

/** Two deliveries stood in each other's way, or the database has no room or is going: the same will do in a moment. */
const isPassing = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && /^(40|53|55|57)/.test(error.code ?? '')
