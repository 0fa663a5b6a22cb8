import type { Criterion, StandardDetail } from '@luoshi/contract/standards'
import { allow } from '../allow.ts'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { findUnit } from '../units/find-unit.ts'
import { getStandard } from './get-standard.ts'
import { readyContent } from './ready-standards.ts'
import { standardSubject } from './standard-subject.ts'
import { type Origin, writeContent } from './write-content.ts'

export type NewStandard = {
  readonly unitId: string
  readonly title: string
  readonly pointType: string
  readonly ready?: string | null | undefined
  readonly content?: readonly Criterion[] | undefined
}

/**
 * Begins a standard with its first draft: empty, with what is given, or as a ready one of the catalogue. Its criteria get ids of
 * their own, for a criterion belongs to one standard for good.
 */
export const createStandard = async (context: Context, wanted: NewStandard): Promise<StandardDetail> => {
  const { ready, content = [] } = wanted
  const id = await writeStandard(context, {
    ...wanted,
    content: ready
      ? await readyContent(ready, context.ids.next)
      : content.map(one => ({ ...one, id: context.ids.next() })),
  })
  return getStandard(context, { id })
}

type Written = Omit<NewStandard, 'ready' | 'content'> & {
  readonly content: readonly Criterion[]
  readonly programmeId?: string | undefined
  readonly itemId?: string | undefined
  readonly origins?: ReadonlyMap<string, Origin> | undefined
}

/** Answers the id. */
export const writeStandard = async (context: Context, wanted: Written): Promise<string> => {
  const { db, actor, ids, clock } = context
  const { title, pointType, content, programmeId = null, itemId = null, origins = new Map() } = wanted
  const unit = await findUnit(context, wanted.unitId)
  allow(actor, 'standard.manage', standardSubject(actor, { tenant_id: actor.tenantId, unit_path: unit.path }))
  const id = ids.next()
  const versionId = ids.next()
  await db
    .insertInto('standards')
    .values({
      tenant_id: actor.tenantId,
      id,
      unit_id: unit.id,
      unit_path: unit.path,
      point_type: pointType,
      title,
      programme_id: programmeId,
      item_id: itemId,
      created_by: actor.personId,
      created_at: clock.now(),
    })
    .execute()
  await db
    .insertInto('standard_versions')
    .values({ tenant_id: actor.tenantId, id: versionId, standard_id: id, number: 1 })
    .execute()
  await writeContent(context, { standardId: id, versionId, content, origins })
  await record(
    context,
    'standard.manage',
    { kind: 'standard', id, name: title, unitPath: unit.path },
    { what: 'created', criteria: content.length },
  )
  return id
}
