const codes = { bold: 1, dim: 2, red: 31, yellow: 33, blue: 34, cyan: 36 } as const

export type Colour = keyof typeof codes

/** Colours a text, or leaves it as it is where colours are not welcome. */
export type Paint = (text: string, ...colours: readonly Colour[]) => string

export const painter =
  (colours: boolean): Paint =>
  (text, ...wanted) =>
    colours && wanted.length > 0 ? `\u001b[${wanted.map(colour => codes[colour]).join(';')}m${text}\u001b[0m` : text
