import type { FormLine } from './form-lines.ts'

export type GradedLists = {
  /** Its choices can be told as conforming and not conforming. */
  readonly isGraded: (list: string) => boolean
}

/** By name or by label, in the words that forms use. What does not conform is tried first: it holds the other's word. */
const fails =
  /^(fails?|failed|no|n|not?[ _-]?(ok|compliant)|non[ _-]?compliant|bad|poor|unsatisfactory|不符合.*|不合格|不达标|不满意|差|否|没有|无|未.+)$/i
const conforms =
  /^(conforms?|pass|passed|yes|y|ok|compliant|good|full(y)?|satisfactory|符合.*|合格|达标|满意|好|是|有|已.+)$/i

export const gradedLists = (choices: readonly FormLine[]): GradedLists => {
  const byList = Map.groupBy(choices, line => (line.told('list_name') || line.told('list')).toLowerCase())
  const graded = new Set(
    [...byList].flatMap(([list, lines]) => {
      const has = (words: RegExp): boolean =>
        lines.some(line => words.test(line.told('name')) || words.test(line.label()))
      return has(conforms) && has(fails) && lines.length <= 6 ? [list] : []
    }),
  )
  return { isGraded: list => graded.has(list.toLowerCase()) }
}
