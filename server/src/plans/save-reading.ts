import type { Diagnostic } from '@luoshi/plan-compiler/plan'
import type { Context } from '../context.ts'
import { inChunks } from '../db/in-chunks.ts'
import { carryRejections } from './carry-rejections.ts'
import { itemsOfPlan } from './items-of-plan.ts'
import type { PlanSlice } from './plan-slice.ts'

type SaveContext = Pick<Context, 'db' | 'ids' | 'clock'>

/** Puts what was read from one plan into the version that waits for it. */
export const saveReading = async (
  context: SaveContext,
  tenantId: string,
  versionId: string,
  { text, plan, places }: PlanSlice,
): Promise<void> => {
  const { db } = context
  await db
    .updateTable('plan_versions')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', versionId)
    .set({
      text,
      span_start: 0,
      span_end: text.length,
      outline: JSON.stringify(plan.outline),
      places: JSON.stringify(places),
      issuer: plan.issuer,
      step: 'done',
      progress: 100,
      failure: null,
    })
    .execute()
  await saveItems(context, tenantId, versionId, plan)
  await carryRejections(context, tenantId, versionId)
  await saveDiagnostics(context, tenantId, versionId, plan.diagnostics)
}

const saveItems = async (
  { db, ids, clock }: SaveContext,
  tenantId: string,
  versionId: string,
  plan: PlanSlice['plan'],
): Promise<void> => {
  const rows = itemsOfPlan(plan).map(item => ({
    tenant_id: tenantId,
    id: ids.next(),
    version_id: versionId,
    kind: item.kind,
    ordinal: item.ordinal,
    content: JSON.stringify(item.content),
    original: JSON.stringify(item.content),
    span_start: item.span.start,
    span_end: item.span.end,
    confidence: item.confidence,
    doubt: item.doubt?.code ?? null,
    doubt_params: JSON.stringify(item.doubt?.params ?? {}),
    updated_at: clock.now(),
  }))
  await inChunks(rows, chunk => db.insertInto('plan_items').values(chunk).execute())
}

const saveDiagnostics = async (
  { db, ids }: SaveContext,
  tenantId: string,
  versionId: string,
  diagnostics: readonly Diagnostic[],
): Promise<void> => {
  const rows = diagnostics.map((diagnostic, ordinal) => ({
    tenant_id: tenantId,
    id: ids.next(),
    version_id: versionId,
    ordinal,
    code: diagnostic.code,
    severity: diagnostic.severity,
    params: JSON.stringify(diagnostic.params),
    message: JSON.stringify(diagnostic.message),
    span_start: diagnostic.span.start,
    span_end: diagnostic.span.end,
    related: JSON.stringify(diagnostic.related),
    remedy: diagnostic.remedy ? JSON.stringify(diagnostic.remedy) : null,
  }))
  await inChunks(rows, chunk => db.insertInto('plan_diagnostics').values(chunk).execute())
}
