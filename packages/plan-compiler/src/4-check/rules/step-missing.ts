import type { Span } from '../../plan.ts'
import { clued } from '../../scan/clues.ts'
import { bodyOf, hitsOf, placed } from '../places.ts'
import type { CheckedPlan, Rule } from '../rule.ts'

/** The steps of a title's life, each by the words that speak of it. */
const steps: readonly RegExp[] = [
  /申报|申请|报名/,
  /自评|自查|自测/,
  /初审|初评|审核|审查|资格审/,
  /推荐|推选/,
  /实地|现场(?:考察|核查|检查|查看)|考察|暗访|抽查|考核验收|验收|核查/,
  /评审|评议|评定|复审|研究确定|综合评/,
  /公示/,
  /命名|授牌|授旗|授予|表彰|挂牌|认定|公布/,
  /复查|复评|复核|回访/,
]

const separators = /、|—+|→|-{1,2}|,|和|及/
const sequence = clued(
  /(?:按照?|经过?|通过|遵循|依照|履行|采取)“?([^。;\n”“]{6,60}?)”?(?:的|等)?(?:程序|步骤|流程|环节)/g,
)

const stepOf = (words: string): RegExp | undefined => steps.find(step => step.test(words))

const announced = (
  plan: CheckedPlan,
): { readonly at: Span; readonly words: readonly (Span & { readonly text: string })[] } | null => {
  for (const { match, start, end } of hitsOf(plan, sequence)) {
    const list = match[1] ?? ''
    const from = start + match[0].indexOf(list)
    let reached = 0
    const words = list.split(separators).map(text => {
      const index = list.indexOf(text, reached)
      reached = index + text.length
      return { text, start: from + index, end: from + reached }
    })
    if (words.length >= 3 && words.every(({ text }) => stepOf(text) && text.length <= 8))
      return { at: { start, end }, words }
  }
  return null
}

/** Every step that a procedure announces is described. */
export const everyStepIsDescribed: Rule = plan => {
  const list = announced(plan)
  if (!list) return []
  const rest = bodyOf(plan).slice(list.at.end - placed(plan, 0, 0).start)
  const missing = list.words.filter(({ text }) => !rest.includes(text) && !stepOf(text)?.test(rest))
  // Where most are never mentioned again, the sentence is all the plan means to say.
  if (missing.length * 2 > list.words.length) return []
  return missing.map(({ text, start, end }) => ({
    code: 'step-missing',
    params: { step: text },
    span: { start, end },
    related: [list.at],
  }))
}
