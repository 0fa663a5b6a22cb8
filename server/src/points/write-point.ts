import type { PointDetail } from '@luoshi/contract/points'
import { allow } from '../allow.ts'
import { record } from '../audit/record.ts'
import type { Context } from '../context.ts'
import { findUnit } from '../units/find-unit.ts'
import { lockPoint, type PointRecord } from './find-point.ts'
import { getPoint } from './get-point.ts'
import { newPointCode } from './point-code.ts'

export type PointWritten = {
  readonly pointType: string
  readonly name: string
  readonly unitId: string
  readonly address: string
  readonly contactName: string
  readonly contactPhone: string
  readonly position: { readonly longitude: number; readonly latitude: number } | null
  readonly note: string
}

export const createPoint = async (
  context: Context,
  wanted: PointWritten & { readonly id?: string | undefined },
): Promise<PointDetail> => {
  const { db, actor, ids, clock, random } = context
  const unit = await findUnit(context, wanted.unitId)
  allow(actor, 'point.manage', { tenantId: actor.tenantId, unitPath: unit.path })
  const id = wanted.id ?? ids.next()
  await db
    .insertInto('points')
    .values({
      ...{ tenant_id: actor.tenantId, id, code: newPointCode(random), created_at: clock.now() },
      ...{ unit_id: unit.id, unit_path: unit.path },
      ...columnsOf(wanted),
    })
    .execute()
  await recordPoint(context, { id, name: wanted.name, unit_path: unit.path }, { what: 'created' })
  return getPoint(context, id)
}

export const changePoint = async (
  context: Context,
  wanted: PointWritten & { readonly id: string; readonly version: number },
): Promise<PointDetail> => {
  const { db, actor } = context
  const point = await lockPoint(context, wanted)
  const unit =
    point.unit_id === wanted.unitId
      ? { id: point.unit_id, path: point.unit_path }
      : await findUnit(context, wanted.unitId)
  allow(actor, 'point.manage', { tenantId: actor.tenantId, unitPath: unit.path })
  await db
    .updateTable('points')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', wanted.id)
    .set(eb => ({ ...columnsOf(wanted), unit_id: unit.id, unit_path: unit.path, version: eb('version', '+', 1) }))
    .execute()
  const moved = unit.id === point.unit_id ? {} : { from: point.unit_id }
  await recordPoint(context, { id: point.id, name: wanted.name, unit_path: unit.path }, { what: 'changed', ...moved })
  return getPoint(context, wanted.id)
}

/** No longer inspected; what was seen there stays. */
export const archivePoint = async (
  context: Context,
  wanted: { readonly id: string; readonly version: number },
): Promise<{ ok: true }> => {
  const { db, actor, clock } = context
  const point = await lockPoint(context, wanted)
  await db
    .updateTable('points')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', point.id)
    .set(eb => ({ archived_at: clock.now(), version: eb('version', '+', 1) }))
    .execute()
  await recordPoint(context, point, { what: 'archived' })
  return { ok: true }
}

export const columnsOf = (wanted: Omit<PointWritten, 'unitId'>) => ({
  point_type: wanted.pointType,
  name: wanted.name,
  address: wanted.address,
  contact_name: wanted.contactName,
  contact_phone: wanted.contactPhone,
  longitude: wanted.position?.longitude ?? null,
  latitude: wanted.position?.latitude ?? null,
  note: wanted.note,
})

const recordPoint = (
  context: Context,
  { id, name, unit_path }: Pick<PointRecord, 'id' | 'name' | 'unit_path'>,
  content: Readonly<Record<string, unknown>>,
): Promise<void> => record(context, 'point.manage', { kind: 'point', id, name, unitPath: unit_path }, content)
