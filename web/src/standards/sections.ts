import type { Criterion } from '@luoshi/contract/standards'

export type Section<C extends Criterion = Criterion> = {
  readonly name: string
  /** The number of its first criterion. */
  readonly from: number
  readonly criteria: readonly C[]
}

/** Criteria that stand together under one heading. */
export const sectionsOf = <C extends Criterion>(content: readonly C[]): readonly Section<C>[] => {
  const sections: { name: string; from: number; criteria: C[] }[] = []
  for (const [index, one] of content.entries()) {
    const last = sections.at(-1)
    if (last?.name === one.section) last.criteria.push(one)
    else sections.push({ name: one.section, from: index + 1, criteria: [one] })
  }
  return sections
}
