import type { StandardDetail } from '@luoshi/contract/standards'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Content } from '../plans/item-content.ts'
import { Problem } from '../problem.ts'
import { findProgramme } from '../programmes/find-programme.ts'
import { writeStandard } from './create-standard.ts'
import { criteriaOfChecklist } from './criteria-of-checklist.ts'
import { getStandard } from './get-standard.ts'

type Checklist = {
  readonly id: string
  readonly content: Content<'checklist'>
  readonly sentence: string
  readonly standard_id: string | null
}

/** The checklists of the version of the plan that is at work, and the standards made of them. */
const checklistsOf = async (
  { db, actor }: Context,
  programme: { readonly id: string; readonly version_id: string },
): Promise<readonly Checklist[]> => {
  const { rows } = await sql<Omit<Checklist, 'sentence'> & { text: string; span_start: number; span_end: number }>`
    select i.id, i.content, v.text, coalesce(i.span_start, 0) as span_start, coalesce(i.span_end, 0) as span_end,
      (select s.id from standards s where s.tenant_id = i.tenant_id and s.programme_id = ${programme.id}
        and s.item_id = i.id and s.archived_at is null limit 1) as standard_id
    from plan_items i join plan_versions v on v.tenant_id = i.tenant_id and v.id = i.version_id
    where i.tenant_id = ${actor.tenantId} and i.version_id = ${programme.version_id}
      and i.kind = 'checklist' and i.state <> 'rejected'
    order by i.ordinal`.execute(db)
  return rows.map(({ text, span_start, span_end, ...row }) => ({ ...row, sentence: text.slice(span_start, span_end) }))
}

export const listChecklists = async (context: Context, programmeId: string) => {
  const programme = await findProgramme(context, programmeId, 'programme.read')
  const checklists = await checklistsOf(context, programme)
  return checklists.map(({ id, content, sentence, standard_id }) => ({
    itemId: id,
    pointType: content.pointType,
    items: content.items.length,
    standardId: standard_id,
    sentence: sentence.slice(0, 200),
  }))
}

type Chosen = { readonly programmeId: string; readonly itemId: string }

/** Makes a draft of a checklist that the plan holds: each item a criterion, with its words there. Made once, it is opened again. */
export const standardFromChecklist = async (
  context: Context,
  { programmeId, itemId }: Chosen,
): Promise<StandardDetail> => {
  const programme = await findProgramme(context, programmeId, 'programme.read')
  const found = (await checklistsOf(context, programme)).find(({ id }) => id === itemId)
  if (found === undefined) throw new Problem('not-found', { noun: 'checklist' })
  if (found.standard_id !== null) return getStandard(context, { id: found.standard_id })
  const { pointType } = found.content
  const read = criteriaOfChecklist(found.content, context.ids.next)
  const id = await writeStandard(context, {
    ...{ unitId: programme.unit_id, pointType: pointType.slice(0, 60), title: `${pointType.slice(0, 60)}标准` },
    ...{ programmeId, itemId },
    content: read.map(({ criterion }) => criterion),
    origins: new Map(read.map(({ criterion, sentence }) => [criterion.id, { itemId, sentence }])),
  })
  return getStandard(context, { id })
}
