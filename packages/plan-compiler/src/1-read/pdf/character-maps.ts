type Module = { readonly createRequire: (from: string) => { readonly resolve: (name: string) => string } }
type Host = { readonly process?: { readonly getBuiltinModule?: (name: 'module') => Module } }

/**
 * The folder of the character maps that come with pdfjs, where there is a file system to read them from; null in a browser.
 * Fonts that a PDF names and does not hold (STSong-Light and the like) cannot be read without them.
 */
export const characterMaps = (): string | null => {
  // Only Node has it; the packages are typed without.
  const { process } = globalThis as Host
  try {
    const { url } = import.meta as unknown as { readonly url: string }
    const entry = process?.getBuiltinModule?.('module').createRequire(url).resolve('pdfjs-dist/package.json')
    return entry === undefined ? null : entry.replace(/package\.json$/, 'cmaps/')
  } catch {
    return null
  }
}
