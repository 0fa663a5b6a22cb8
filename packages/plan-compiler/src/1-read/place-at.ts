import type { Place } from '../plan.ts'

/** The place that an offset into the text lies in: the last that begins at it or before. */
export const placeAt = <P extends Pick<Place, 'start'>>(places: readonly P[], offset: number): P | null => {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return places[low - 1] ?? null
}

type Say = (n: number) => string
const words: Readonly<
  Record<'zh' | 'en', Readonly<Record<'page' | 'paragraph' | 'line' | 'table' | 'row' | 'cell', Say>>>
> = {
  zh: {
    page: n => `第${n}页`,
    paragraph: n => `第${n}段`,
    line: n => `第${n}行`,
    table: n => `表${n}`,
    row: n => `第${n}行`,
    cell: n => `第${n}格`,
  },
  en: {
    page: n => `page ${n}`,
    paragraph: n => `paragraph ${n}`,
    line: n => `line ${n}`,
    table: n => `table ${n}`,
    row: n => `row ${n}`,
    cell: n => `cell ${n}`,
  },
}

type Numbers = { readonly [Part in (typeof order)[number]]?: number | undefined }

const order = ['page', 'paragraph', 'line', 'table', 'row', 'cell'] as const

/** A place as people say it: `第3页第5段`, `表2第3行第1格`. */
export const placeWords = (place: Numbers, language: 'zh' | 'en'): string =>
  order
    .flatMap(part => {
      const n = place[part]
      return n === undefined ? [] : [words[language][part](n)]
    })
    .join(language === 'zh' ? '' : ', ')
