/** Things in their order, so many to a sheet; the last may be less than full. */
export const sheetsOf = <T>(things: readonly T[], perSheet: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(things.length / perSheet) }, (_, sheet) =>
    things.slice(sheet * perSheet, (sheet + 1) * perSheet),
  )
