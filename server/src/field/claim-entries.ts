import type { EntryWritten } from '@luoshi/contract/field'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { believable } from '../visits/believable-moments.ts'
import type { KeptProblem } from './problem-kept.ts'

export type Known = {
  readonly id: string
  readonly outcome: 'accepted' | 'kept' | 'settled'
  readonly problem: KeptProblem | null
}

export type Claimed = {
  /** Not met before; theirs is the transaction that takes them. */
  readonly fresh: readonly EntryWritten[]
  readonly known: ReadonlyMap<string, Known>
}

/** Puts down each entry once. One that another request is just taking waits until that is settled. */
export const claimEntries = async (
  context: Context,
  entries: readonly EntryWritten[],
  clockErrorMs: number,
): Promise<Claimed> => {
  const { db, actor, clock } = context
  const once = new Map(entries.map(entry => [entry.id, entry]))
  // In one order, so that two batches with the same entries do not wait for each other.
  const sorted = [...once.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
  const now = clock.now()
  const rows = sorted.map(({ id, deviceId, kind, writtenAt }) => ({
    id,
    device: deviceId,
    kind,
    written: believable(new Date(Date.parse(writtenAt) - clockErrorMs).toISOString(), now),
  }))
  const written = await sql<{ id: string }>`
    insert into deliveries (tenant_id, id, person_id, device_id, unit_path, kind, written_at, received_at, outcome)
    select ${actor.tenantId}, e.id, ${actor.personId}, e.device, ${placeOf(actor)}::ltree, e.kind, e.written, ${now}, 'accepted'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e (id uuid, device uuid, kind text, written timestamptz)
    on conflict (tenant_id, id) do nothing returning id`.execute(db)
  const fresh = new Set(written.rows.map(({ id }) => id))
  const others = sorted.filter(({ id }) => !fresh.has(id)).map(({ id }) => id)
  return { fresh: sorted.filter(({ id }) => fresh.has(id)), known: await knownAmong(context, others) }
}

const knownAmong = async ({ db, actor }: Context, ids: readonly string[]): Promise<ReadonlyMap<string, Known>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('deliveries')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', 'in', ids)
    .select(['id', 'person_id', 'outcome', 'problem'])
    .execute()
  if (rows.some(({ person_id }) => person_id !== actor.personId)) throw new Problem('already-exists')
  return new Map(rows.map(row => [row.id, row as Known])) // written by this folder alone
}

/** Where the person works: for most there is one place, and for the rest the first will do. */
const placeOf = ({ memberships }: Context['actor']): string =>
  memberships
    .map(({ unitPath }) => unitPath)
    .sort((one, other) => other.split('.').length - one.split('.').length)[0] ?? ''
