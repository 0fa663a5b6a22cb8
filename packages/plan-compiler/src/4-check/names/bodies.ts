import type { Span } from '../../plan.ts'
import { characters } from '../../scan/characters.ts'
import { clued } from '../../scan/clues.ts'
import { hitsOf } from '../places.ts'
import type { CheckedPlan } from '../rule.ts'
import { count, type NameLook, type NamePair, type Occurrence, pairOf } from './name-pair.ts'

const leading = clued(/(领导小组|领导机构|领导架构|指挥部|领导组)(?!办公室)/g)
const purpose = /([\u4e00-\u9fff]{2,12}?)(?:工作|活动|专项行动)?$/
const reach = 16
const opening = /^.*(?:成立|设立|组建|建立|调整|加强|健全|完善|由|经过|经|向|报|在|为|各级|各|及|和|对|的|把|与)/
const hollow = /工作|活动|创建|专项|行动|本次|以及|全面|县级|市级|区级/g

/** What a body is for, without who set it up. */
const stemOf = (words: string): string =>
  words
    .replace(opening, '')
    .replace(hollow, '')
    .replace(/^[省市县区镇乡]/, '')

/** As much of a body's purpose as is sure to be a part of its name. */
const telling = 4

type Body = Occurrence & { readonly stem: string; readonly suffix: string }

const byPurpose = (plan: CheckedPlan): ReadonlyMap<string, Map<string, Body>> => {
  const purposes = new Map<string, Map<string, Body>>()
  const hits = hitsOf(plan, leading)
  // One kind of body alone cannot vary.
  if (hits.every(({ match }) => match[0] === hits[0]?.match[0])) return purposes
  for (const { match, start: at, end } of hits) {
    const before = purpose.exec(plan.text.slice(Math.max(plan.reading.span.start, at - reach), at))
    const stem = stemOf(before?.[1] ?? '')
    const suffix = match[0]
    if (stem.length < 3) continue
    const bodies = purposes.get(stem.slice(-telling)) ?? new Map<string, Body>()
    purposes.set(stem.slice(-telling), bodies)
    const known = bodies.get(suffix)
    if (known) known.count++
    else {
      const first = { start: at - (before?.[0] ?? '').length + (before?.[0] ?? '').lastIndexOf(stem), end }
      bodies.set(suffix, { words: plan.text.slice(first.start, end), count: 1, first, stem, suffix })
    }
  }
  return purposes
}

const lastOfOffice = characters('所站处')
const offices = /^([\u4e00-\u9fff]{2,4})(所|站|处)$/

/** Units that are given work under two names (`环卫所`, `环卫站`). */
const unitsThatVary = (plan: CheckedPlan): readonly NamePair[] => {
  const stems = new Map<string, Map<string, Occurrence>>()
  for (const { lead, responsible, support, span } of plan.reading.tasks) {
    countOffices(plan, lead, span, stems)
    countOffices(plan, responsible, span, stems)
    countOffices(plan, support, span, stems)
  }
  return pairsOf(stems)
}

const countOffices = (
  plan: CheckedPlan,
  parties: readonly string[],
  span: Span,
  stems: Map<string, Map<string, Occurrence>>,
): void => {
  for (const party of parties)
    if (lastOfOffice[party.charCodeAt(party.length - 1)] === 1) countOffice(plan, party, span, stems)
}

const countOffice = (
  plan: CheckedPlan,
  party: string,
  span: Span,
  stems: Map<string, Map<string, Occurrence>>,
): void => {
  const [, stem = '', suffix = ''] = offices.exec(party) ?? []
  if (stem === '') return
  const names = stems.get(stem) ?? new Map<string, Occurrence>()
  stems.set(stem, names)
  const at = plan.text.slice(span.start, span.end).indexOf(party)
  const start = span.start + Math.max(0, at)
  count(names, `${stem}${suffix}`, at < 0 ? span : { start, end: start + party.length })
}

const pairsOf = (stems: ReadonlyMap<string, ReadonlyMap<string, Occurrence>>): readonly NamePair[] =>
  [...stems.values()].flatMap(names => {
    const [one, other] = [...names.values()]
    return one && other ? [pairOf(one, other)] : []
  })

/** One body under two names. */
export const bodiesThatVary: NameLook = plan => [...pairsOf(byPurpose(plan)), ...unitsThatVary(plan)]
