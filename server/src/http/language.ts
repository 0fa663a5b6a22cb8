export type Language = 'zh' | 'en'

/** Chinese unless the reader asks for English and not for Chinese before it. */
export const languageOf = (acceptLanguage: string | null | undefined): Language => {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map(part => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map(text => text.trim()).find(text => text.startsWith('q='))
      return { tag: tag.slice(0, 2), quality: quality === undefined ? 1 : Number(quality.slice(2)) || 0 }
    })
    .filter(({ tag }) => tag === 'zh' || tag === 'en')
    .sort((one, other) => other.quality - one.quality)
  return wanted[0]?.tag === 'en' ? 'en' : 'zh'
}
