import { isCounted, lackOf, lacksOf } from '@luoshi/rules/visit-lacks'
import { visitScore } from '@luoshi/rules/visit-score'
import type { CriterionHeld, VisitState } from './visit-ground.ts'

/** What the row of a visit holds besides whose and where it is. */
export type VisitColumns = {
  readonly started_at: string
  readonly finished_at: string | null
  readonly note: string
  readonly note_stamp: string
  readonly conforms: number
  readonly mostly: number
  readonly fails: number
  readonly not_applicable: number
  readonly score: number | null
  readonly critical_failed: boolean
  readonly lacking: number
  readonly photos_lacking: number
}

/** Counted by the criteria that the visit is held to. */
export const columnsOf = (held: readonly CriterionHeld[], visit: VisitState): VisitColumns => {
  const criteria = new Map(held.map(criterion => [criterion.id, criterion]))
  const graded = visit.observations.flatMap(said => {
    const criterion = criteria.get(said.criterionId)
    const counts = criterion !== undefined && isCounted(lackOf(criterion, said))
    return counts ? [{ grade: said.grade, weight: criterion.weight, critical: criterion.critical }] : []
  })
  const score = visitScore(graded)
  const lacks = lacksOf(held, visit.observations)
  return {
    started_at: visit.startedAt,
    finished_at: visit.finishedAt,
    note: visit.note,
    note_stamp: visit.noteStamp,
    conforms: score.conforms,
    mostly: score.mostly,
    fails: score.fails,
    not_applicable: score.notApplicable,
    // The score of a part would pass for that of the whole.
    score: visit.finishedAt === null || lacks.words > 0 ? null : score.score,
    critical_failed: score.criticalFailed,
    lacking: lacks.words,
    photos_lacking: lacks.photos,
  }
}
