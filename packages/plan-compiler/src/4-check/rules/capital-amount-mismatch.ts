import type { Span } from '../../plan.ts'
import { clued } from '../../scan/clues.ts'
import { hanValue, readNumber } from '../../vocabulary/numerals.ts'
import { hitsOf, quote } from '../places.ts'
import type { CheckedPlan, Rule } from '../rule.ts'

const capitals = clued(/(?<![壹贰叁肆伍陆柒捌玖拾佰仟萬])[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{2,20}(?=元|圆)(?:元|圆)整?/g)
const figure = /\d[\d,.]*[百千万亿]{0,2}元/g

type Figure = Span & { readonly yuan: number }

const near = 24

/** The figure written last before the words, or first after them, in the same sentence. */
const figureBeside = ({ text }: CheckedPlan, words: Span): Figure | null => {
  const read = (from: number, part: string, last: boolean): Figure | null => {
    const all = [...part.matchAll(figure)]
    const hit = last ? all[all.length - 1] : all[0]
    if (!hit) return null
    const between = last ? part.slice(hit.index + hit[0].length) : part.slice(0, hit.index)
    const start = from + hit.index
    const value = readNumber(text, start)?.value
    return /[。;\n]/.test(between) || value == null ? null : { start, end: start + hit[0].length, yuan: value }
  }
  const from = Math.max(0, words.start - near)
  return (
    read(from, text.slice(from, words.start), true) ?? read(words.end, text.slice(words.end, words.end + near), false)
  )
}

const scales: readonly (readonly [string, number])[] = [
  ['亿', 1e8],
  ['万', 1e4],
  ['千', 1e3],
  ['百', 1e2],
]

/** An amount in the scale in which a figure is written; grouping is not kept. */
const writtenLike = (figure: string, yuan: number): string => {
  const [mark, scale] = scales.find(([sign]) => figure.endsWith(`${sign}元`)) ?? ['', 1]
  return `${Number((yuan / scale).toFixed(8))}${mark}元`
}

/** An amount in figures and the same in words agree; where they do not, the words hold, as on a bill. */
export const figuresAndWordsAgree: Rule = plan =>
  hitsOf(plan, capitals).flatMap(({ match, start, end }) => {
    const words = { start, end }
    const value = hanValue(match[0].replace(/[元圆整]/g, ''))
    const beside = figureBeside(plan, words)
    if (!beside || value === null || Math.abs(value - beside.yuan) < 0.005) return []
    const span = { start: beside.start, end: beside.end }
    const params = { figure: quote(plan, span), capital: quote(plan, words) }
    const remedy = { span, text: writtenLike(params.figure, value) }
    return [{ code: 'capital-amount-mismatch', params, span, related: [words], remedy }]
  })
