import type { Node } from '../../2-outline/tree.ts'
import type {
  BudgetLine,
  Checklist,
  Consequence,
  Doubt,
  Duty,
  Group,
  Indicator,
  Phase,
  Procedure,
  Reading,
  Reason,
  SectionRole,
  Span,
} from '../../plan.ts'
import { clued, fits, holds } from '../../scan/clues.ts'
import { conditionShare } from '../../vocabulary/conditions.ts'
import type { Passage } from '../passage.ts'
import { isDamaged, mayBeDamaged } from './damage.ts'
import { because } from './doubt-words.ts'
import { guessedUnits, taskDoubt } from './task-doubts.ts'
import { unsure } from './unsure.ts'

/** Whether a stretch begins within one of others that ascend and do not overlap. */
const inside = (spans: readonly Span[]): ((at: number) => boolean) => {
  const starts = spans.map(s => s.start).sort((a, b) => a - b)
  const ends = new Map(spans.map(s => [s.start, s.end]))
  return at => (ends.get(starts[below(starts, at + 1) - 1] ?? -1) ?? 0) > at
}

const below = (ascending: readonly number[], value: number): number => {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

const rounded = clued(
  /每[两二三四五六七\d]{1,2}(?:个)?(?:天|日|周|年|小时)|(?<!第)[两二三四五六七](?:天|日|周|年)(?:一|开展|组织|召开|评)|每(?:个)?小时/,
)

const dutyDoubt = ({ text }: Passage, d: Duty): Reason | null =>
  holds(rounded, text, d.span.start, d.span.end) ? because('period-rounded') : null

const scoring = clued(/得(?:满|\d+)分|扣\d+分|为(?:符合|基本符合|不符合|合格|优秀)|\d分(?!钟|之)/)

/** Where work is planned, a quantity is asked for. */
const planned: ReadonlySet<SectionRole> = new Set(['measures', 'goals', 'phases', 'standards', 'organisation'])

const indicatorDoubt = (
  { text }: Passage,
  i: Indicator,
  inDeeds: boolean,
  role: SectionRole | undefined,
): Reason | null => {
  if (i.value === null) return because('number-masked')
  if (inDeeds || holds(scoring, text, i.span.start, i.span.end)) return because('of-scoring')
  if (i.subject.trim().length < 2) return because('no-subject')
  const bare = i.op === '=' && i.unit !== '%' && i.value > 0 && !planned.has(role ?? 'other')
  return bare && !/每|各|确保|全部|完成/.test(i.subject) ? because('only-a-number') : null
}

/** A number in the bracket after the name, or in the name itself. */
const timed = /^[^:。,;(]{0,24}(?:\([^()]{0,12}\d|\d{1,2}(?:月|底))/

const phaseDoubt = ({ text }: Passage, { name, window, span }: Phase): Reason | null => {
  if (window === null) return timed.test(text.slice(span.start, span.start + 40)) ? because('window-unread') : null
  const { start, end } = window
  if (start !== null && end !== null && start.length === end.length && end < start && start.length > 5)
    return because('window-reversed')
  return name.length > 14 && !/阶段|时期/.test(name) ? because('name-cut') : null
}

const foundingWords = clued(/成立|组建|设立|建立|组织|下设|设在|设于|设办公室|组长|组成|:/)

const groupDoubt = ({ text }: Passage, g: Group, inConditions: boolean): Reason | null => {
  if (g.name === '领导小组' && /组\s?长|指挥/.test(text.slice(g.span.start, g.span.start + 8)))
    return because('name-left-out')
  if (inConditions) return because('in-conditions')
  return g.kind === 'leading' && !holds(foundingWords, text, g.span.start, g.span.end)
    ? because('only-mentioned')
    : null
}

/** Titles are granted and withdrawn in the passive; the other steps need somebody. */
const passive: ReadonlySet<Procedure['step']> = new Set(['notice', 'grant', 'withdraw', 'renew'])

const stepDoubt = (p: Procedure): Reason | null =>
  p.actor === null && !passive.has(p.step) ? because('actor-unknown') : null

const unclear = clued(/^(?:共?计|约|共|需|其中)?[\d.,万千百十]*元?[\s、,:]*$/)

const budgetDoubt = (b: BudgetLine): Reason | null => (fits(unclear, b.item) ? because('item-unclear') : null)

const good = clued(/表彰|表扬|奖励|奖补|奖金|嘉奖|优先|褒扬/)
const bad = clued(/批评|问责|追究|取消|扣|罚|约谈|处分|撤销|诫勉|曝光|不得/)
const told = clued(
  /对|凡|的(?=,|给予|予以|每|一律|要|将|村|单位|部门|个人|企业|社区|户|班级)|连续|排名|者|未|不|拒|优秀|先进|表现|突出|前[一二三四五六七八九十\d]|以[上下]|获|评为|违|分/,
)

const consequenceDoubt = ({ text: words }: Consequence): Reason | null => {
  if (fits(good, words) && fits(bad, words)) return because('both-ways')
  return fits(told, words) ? null : because('deed-unknown')
}

const announced = clued(
  /标准|条件|要求|要点|测评|评分|考核|[一二三四五六七八九十](?:无|有|不|净|好)|(?:做到|达到|具备|符合)/,
)

const surely = 0.8

const checklistDoubt = ({ text }: Passage, c: Checklist, standards: boolean): Reason | null =>
  standards ||
  holds(announced, text, Math.max(0, c.span.start - 60), c.span.start) ||
  conditionShare(c.items.map(item => item.text)) >= surely
    ? null
    : because('by-the-look')

type Sections = { readonly nodeAt: (at: number) => Node | undefined }

const sectionsOf = ({ nodes }: Passage): Sections => {
  const starts = nodes.map(n => n.start)
  return { nodeAt: at => nodes[below(starts, at + 1) - 1] }
}

/** The reading with what is doubtful about each item; what is clear says nothing. */
export const withDoubts = (passage: Passage, reading: Reading): Reading => {
  const { nodeAt } = sectionsOf(passage)
  const guessed = guessedUnits(passage)
  const inConditions = inside(reading.checklists.map(c => c.span))
  const inDeeds = inside(reading.consequences.map(c => c.span))
  const { text } = passage
  const harmed = mayBeDamaged(text, reading.span)
  const each = <T extends Doubt & { readonly span: Span }>(items: readonly T[], doubt: (item: T) => Reason | null) =>
    items.map(item => unsure(item, harmed && isDamaged(text, item.span) ? because('text-damaged') : doubt(item)))
  return {
    ...reading,
    groups: each(reading.groups, g => groupDoubt(passage, g, inConditions(g.span.start))),
    phases: each(reading.phases, p => phaseDoubt(passage, p)),
    tasks: each(reading.tasks, t => taskDoubt(passage, nodeAt(t.span.start), t, guessed)),
    duties: each(reading.duties, d => dutyDoubt(passage, d)),
    indicators: each(reading.indicators, i =>
      indicatorDoubt(passage, i, inDeeds(i.span.start), nodeAt(i.span.start)?.role),
    ),
    milestones: each(reading.milestones, () => null),
    checklists: reading.checklists.map(c =>
      unsure(c, checklistDoubt(passage, c, nodeAt(c.span.start)?.role === 'standards')),
    ),
    procedure: each(reading.procedure, stepDoubt),
    budget: each(reading.budget, budgetDoubt),
    consequences: each(reading.consequences, consequenceDoubt),
    references: each(reading.references, () => null),
  }
}
