/** Place in the organisation tree as `ltree` text, from the root down: `yunxi.linhe.binhe`. */
export type UnitPath = string

/** The unit itself or anything under it. The empty path is above everything, as in `ltree`. */
export const isWithin = (path: UnitPath, ancestor: UnitPath): boolean =>
  ancestor === '' || path === ancestor || path.startsWith(`${ancestor}.`)

export const isStrictlyWithin = (path: UnitPath, ancestor: UnitPath): boolean =>
  path !== ancestor && isWithin(path, ancestor)

export const labelsOf = (path: UnitPath): readonly string[] => (path === '' ? [] : path.split('.'))

export const depthOf = (path: UnitPath): number => labelsOf(path).length

/** Null for a root. */
export const parentPath = (path: UnitPath): UnitPath | null => {
  const dot = path.lastIndexOf('.')
  return dot < 0 ? null : path.slice(0, dot)
}

/** From the root down to the unit itself. */
export const ancestorsAndSelf = (path: UnitPath): readonly UnitPath[] => {
  const labels = labelsOf(path)
  return labels.map((_, index) => labels.slice(0, index + 1).join('.'))
}

/** The deepest unit both lie within; empty when they share none. */
export const commonAncestor = (one: UnitPath, other: UnitPath): UnitPath => {
  const others = labelsOf(other)
  const labels = labelsOf(one)
  const differs = labels.findIndex((label, index) => label !== others[index])
  return labels.slice(0, differs < 0 ? labels.length : differs).join('.')
}

/** The same ground with no path named twice or lying within another, in order. */
export const outermost = (paths: readonly UnitPath[]): readonly UnitPath[] => {
  const unique = [...new Set(paths)].sort()
  return unique.filter(path => !unique.some(other => isStrictlyWithin(path, other)))
}
