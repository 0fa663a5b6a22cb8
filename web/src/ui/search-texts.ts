type Texts<N extends string> = { readonly [K in N]?: string | undefined }

/** For `validateSearch`: the named parameters of an address as texts; whatever else stands there is dropped. */
export const searchTexts =
  <const N extends string>(...names: readonly N[]) =>
  (search: Readonly<Record<string, unknown>>): Texts<N> => {
    const found: Partial<Record<N, string>> = {}
    for (const name of names) {
      const value = search[name]
      if (typeof value === 'string' && value !== '') found[name] = value
      if (typeof value === 'number' || typeof value === 'boolean') found[name] = String(value)
    }
    return found
  }
