import type { Item } from '@luoshi/contract/review'
import type { Context, Signed } from '../context.ts'
import { importPlan } from '../plans/import-plan.ts'
import { publishPlan } from '../plans/publish-plan.ts'
import { changeItem } from '../review/change-item.ts'
import { confirmAll } from '../review/confirm-all.ts'
import { matchParty } from '../review/match-party.ts'
import { getReview } from '../review/queries.ts'
import { settleDiagnostic } from '../review/settle-diagnostic.ts'
import type { SampleWorld } from './sample-world.ts'

export type SampleDocument = {
  readonly text: string
  readonly name: string
  readonly unitId: string
}

/** Hands a document in and has it read. Answers the plan. */
export const handIn = async (
  world: SampleWorld,
  officer: Signed,
  { text, name, unitId }: SampleDocument,
): Promise<string> => {
  const { id } = await world.inOne(as => importPlan(as(officer), { unitId, text, name }))
  await world.inOne(as => mustBeRead(as(officer), id, name))
  return id
}

const mustBeRead = async ({ db, actor }: Context, planId: string, name: string): Promise<void> => {
  const failed = await db
    .selectFrom('plan_versions')
    .where('tenant_id', '=', actor.tenantId)
    .where('plan_id', '=', planId)
    .where('step', '=', 'failed')
    .select('failure')
    .executeTakeFirst()
  if (failed) throw new Error(`${name} could not be read: ${JSON.stringify(failed.failure)}`)
}

/** Which items a reviewer rejects. */
export type StrikesOut = (item: Item, items: readonly Item[]) => boolean

/** Reviews a plan as a patient officer would, and puts it to work. Answers the programme. */
export const putToWork = async (world: SampleWorld, officer: Signed, planId: string): Promise<string> => {
  await world.inOne(as => reviewAll(as(officer), planId, isForNobody))
  const { programmeId } = await world.inOne(as => publishPlan(as(officer), planId))
  return programmeId
}

/** Decides on every item, settles every error, and says of unknown names that they are no units of their own. */
export const reviewAll = async (context: Context, id: string, strikesOut: StrikesOut): Promise<void> => {
  await confirmAll(context, id)
  const { items, diagnostics } = await getReview(context, id)
  for (const item of items) {
    const state = strikesOut(item, items) ? 'rejected' : 'confirmed'
    if (item.state !== state) await changeItem(context, { id, itemId: item.id, version: item.version, state })
  }
  for (const { id: diagnosticId, severity } of diagnostics)
    if (severity === 'error')
      await settleDiagnostic(context, {
        id,
        diagnosticId,
        state: 'settled',
        note: '已与起草单位核对，照原文执行',
        remedied: false,
      })
  const unknown = items.flatMap(({ kind, parties }) =>
    kind === 'group' ? [] : parties.filter(({ match }) => match === 'ask' || match === 'none').map(({ name }) => name),
  )
  for (const name of new Set(unknown))
    await matchParty(context, { id, name, unitIds: [], everyKind: null, ignored: true })
}

/** What a reviewer strikes out: tasks that name nobody or say again what is a duty, and days that are a task's own limit. */
const isForNobody: StrikesOut = ({ kind, content, parties }, items) => {
  const text = String(content.text ?? '')
  if (kind === 'task')
    return (
      parties.every(({ match }) => match === 'ask' || match === 'none') ||
      items.some(other => other.kind === 'duty' && text.includes(String(other.content.text)))
    )
  return kind === 'milestone' && /^于?[\d年月日]+前完成$/.test(text)
}
