import { clued } from '../../scan/clues.ts'
import { byLine } from '../by-line.ts'
import { hitsOf, lineAt, quote } from '../places.ts'
import type { Rule } from '../rule.ts'

/** A masked year is `year-missing`. */
const blanks = clued(
  /(?<![A-Za-z\dxX×])(?:20)?[xX×]{2,}\d{0,2}(?![A-Za-z\dxX×年]|[xX×_]*年)|(?<!\d)[*＊]{1,6}(?=[\u4e00-\u9fff])(?<=[\u4e00-\u9fff,。:(“《][*＊]{1,6})|_{2,}(?!年|\d*月)|[○〇◯]{2,}(?=[\u4e00-\u9fff,。、;])(?<![二一][○〇◯]{2,})|某某|(?:待填写?|此处填写|请填写|TBD|TODO)/g,
)

/** Nothing was left to be filled in. */
export const nothingWasLeftBlank: Rule = plan =>
  byLine(
    plan,
    hitsOf(plan, blanks).filter(({ start }) => lineAt(plan, start)?.kind !== 'advert'),
  ).map(({ first, others, count }) => ({
    code: 'placeholder-left',
    params: { placeholder: quote(plan, first), count },
    span: first,
    related: others,
  }))
