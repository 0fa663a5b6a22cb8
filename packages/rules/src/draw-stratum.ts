import { commonAncestor, depthOf, labelsOf, type UnitPath } from './unit-path.ts'

/**
 * The unit by which a point is grouped, beside its type: one level below what all the inspected units share. A county's round
 * is drawn street by street, a street's community by community, a community's estate by estate.
 */
export const stratumUnit = (within: readonly UnitPath[], point: UnitPath): UnitPath => {
  const shared = within.reduce((one, other) => commonAncestor(one, other), within[0] ?? '')
  return labelsOf(point)
    .slice(0, depthOf(shared) + 1)
    .join('.')
}

const DOT = ' · '

/** What a stratum is called: the type of point and the unit. */
export const stratumName = (pointType: string, unitName: string): string => `${pointType}${DOT}${unitName}`

/** The type and the unit that a stratum is called by. */
export const stratumParts = (name: string): { readonly pointType: string; readonly unitName: string } => {
  const at = name.lastIndexOf(DOT)
  return at < 0
    ? { pointType: name, unitName: '' }
    : { pointType: name.slice(0, at), unitName: name.slice(at + DOT.length) }
}
