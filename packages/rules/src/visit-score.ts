/** 符合, 基本符合, 不符合, 不涉及. */
export type Grade = 'conforms' | 'mostly' | 'fails' | 'not-applicable'

/** One criterion as seen, as far as the score depends on it. What conforms by an exception conforms. */
export type Graded = { readonly grade: Grade; readonly weight: number; readonly critical: boolean }

export type VisitScore = {
  readonly conforms: number
  readonly mostly: number
  readonly fails: number
  readonly notApplicable: number
  /** 0–100 to one decimal, by weight; null where nothing applied. It says how much conforms, and not whether the point passes. */
  readonly score: number | null
  /** 一票否决: a critical criterion failed, whatever the score. */
  readonly criticalFailed: boolean
}

/** How much of its weight each grade earns; what does not apply is left out of both sides. */
const share: Readonly<Record<Exclude<Grade, 'not-applicable'>, number>> = { conforms: 1, mostly: 0.5, fails: 0 }

/** The score of a visit. The order in which criteria were seen makes no difference. */
export const visitScore = (seen: readonly Graded[]): VisitScore => {
  const count = (grade: Grade): number => seen.filter(one => one.grade === grade).length
  let earned = 0
  let whole = 0
  for (const { grade, weight } of seen) {
    if (grade === 'not-applicable') continue
    earned += hundredths(weight) * share[grade]
    whole += hundredths(weight)
  }
  return {
    conforms: count('conforms'),
    mostly: count('mostly'),
    fails: count('fails'),
    notApplicable: count('not-applicable'),
    score: whole === 0 ? null : Math.round((1000 * earned) / whole) / 10,
    criticalFailed: seen.some(({ grade, critical }) => critical && grade === 'fails'),
  }
}

/** Whole numbers, so that sums do not depend on their order. Every weight counts for something. */
const hundredths = (weight: number): number => Math.max(1, Math.round(weight * 100))
