/** The label of a unit in its path: its id without what `ltree` does not take. Never changes when the unit is renamed. */
export const pathLabel = (unitId: string): string => unitId.replaceAll('-', '')
