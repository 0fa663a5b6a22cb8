import type { RoundKind } from '@luoshi/rules/round-kind'
import { sampleTells } from '@luoshi/rules/sample-tells'
import { allocateSample, sampleSize } from '@luoshi/rules/sampling'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { eligiblePoints, isInspectedUnit, populationsOf, typesWithoutStandard } from './eligible-points.ts'
import { inspectedPaths, unitRunning } from './inspected-units.ts'
import { candidatesFor } from './seats.ts'

export type SampleWanted = {
  readonly unitId: string
  readonly kind: RoundKind
  readonly pointTypes: readonly string[]
  readonly withinUnitIds: readonly string[]
  readonly total: number | null
  readonly margin: number | null
}

/** Points in all where nothing else was asked: what a margin of ten in a hundred needs. */
const usualMargin = 0.1

/** What a sample would be and could tell. Writes nothing. */
export const planSample = async (context: Context, wanted: SampleWanted) => {
  const unit = await unitRunning(context, wanted.unitId)
  allow(context.actor, 'round.manage', { tenantId: context.actor.tenantId, unitPath: unit.path })
  const within = await inspectedPaths(context, unit.path, wanted.withinUnitIds)
  const points = await eligiblePoints(context, wanted.pointTypes, within)
  const sizes = populationsOf(points)
  const total = wanted.total ?? sampleSize(points.length, wanted.margin ?? usualMargin)
  const isInspected = isInspectedUnit(points, unit.path)
  const candidates = (await candidatesFor(context, wanted.kind, unit.path, within)).filter(
    ({ path }) => wanted.kind !== 'mutual' || isInspected(path),
  )
  return {
    ...sampleTells(sizes, allocateSample(total, sizes)),
    withoutStandard: typesWithoutStandard(points),
    candidates: candidates
      .map(({ personId, name, unit: seat }) => ({ person: { id: personId, name }, unit: seat }))
      .sort(
        (one, other) =>
          one.unit.name.localeCompare(other.unit.name, 'zh') || (one.person.id < other.person.id ? -1 : 1),
      ),
  }
}
