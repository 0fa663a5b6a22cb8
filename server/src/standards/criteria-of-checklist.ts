import type { Criterion } from '@luoshi/contract/standards'
import { evidenceKindOf } from '@luoshi/rules/evidence-words'
import type { Content } from '../plans/item-content.ts'

type ReadCriterion = { readonly criterion: Criterion; readonly sentence: string }

/** What a plan says of a type of point, as criteria that can be ticked off. Words that name an exception or a veto are taken as such. */
export const criteriaOfChecklist = ({ items }: Content<'checklist'>, newId: () => string): readonly ReadCriterion[] =>
  items
    .filter(({ text }) => text.trim().length >= 2)
    .map(item => ({
      sentence: item.text,
      criterion: {
        id: newId(),
        section: '',
        text: item.text
          .trim()
          .replace(/[。;；]$/, '')
          .slice(0, 1000),
        weight: 1,
        critical: /一票否决/.test(item.text),
        grades: gradesOf(item.grades ?? {}),
        exceptions: exceptionsIn(item.text),
        evidence: item.evidence
          .slice(0, 20)
          .map(name => ({ name: name.slice(0, 120), kind: evidenceKindOf(name), months: null })),
        photo: 'optional',
        lookWhere: '',
        lookHow: '',
        categoryId: null,
      },
    }))

const gradesOf = ({ conforms, mostly, fails }: Readonly<Record<string, string>>): Criterion['grades'] => ({
  ...(conforms ? { conforms: conforms.slice(0, 500) } : {}),
  ...(mostly ? { mostly: mostly.slice(0, 500) } : {}),
  ...(fails ? { fails: fails.slice(0, 500) } : {}),
})

/** “周边没有河道的记为符合”, “坡度小于10度的,可以不设”. */
const exceptionsIn = (text: string): string[] =>
  text
    .split(/[。;；]/)
    .flatMap(
      clause =>
        /^(?:注[:：])?(.{2,}?)的[,，]?(?:记为符合|视为符合|视同符合|算符合|可以不设|可不设)/.exec(clause.trim())?.[1] ??
        [],
    )
    .map(words => words.slice(0, 300))
