import type { Task } from '../../plan.ts'
import { characters } from '../../scan/characters.ts'
import { clued, matchIn } from '../../scan/clues.ts'
import type { CheckedPlan, Rule } from '../rule.ts'

/** Bodies that exist only if a plan sets them up. */
const madeByAPlan =
  /(?:工作组|专项组|工作专班|专班|督查组|督导组|考核组|宣传组|保障组|整治组|行动组|协调组|综合组|[\u4e00-\u9fff]{2,6}组)$/
const everywhere =
  /^各|小组$|党小组|居民小组|村民小组|教研组|班组|业主|课题组|兴趣组|^(?:一个|若干|联合|专门|相关|有关|上级|成立|组成|组建|市|省|县|区)/

const lastOfGroups = characters('组班')

/** Those at work that may be such a body. */
const groupsOf = ({ lead, responsible, support }: Task): readonly string[] => {
  const groups: string[] = []
  addGroups(lead, groups)
  addGroups(responsible, groups)
  addGroups(support, groups)
  return groups.length === 0 ? none : groups
}

const none: readonly string[] = []

const addGroups = (parties: readonly string[], groups: string[]): void => {
  for (const party of parties)
    if (lastOfGroups[party.charCodeAt(party.length - 1)] === 1 && madeByAPlan.test(party) && !everywhere.test(party))
      groups.push(party)
}

const stem = (name: string): string =>
  name.replace(/^(?:领导小组|指挥部|由|下设|各)/, '').replace(/(?:工作)?(?:专项)?(?:小)?(?:组|专班)$/, '')

/** A group at the head of its own line (`(一)宣传组,由…`, `宣传组组长:…`). */
const heading = clued(/^([\u4e00-\u9fff]{2,8}?(?:组|专班))(?=[:,。(]|组长|由|\n|$)/)

/** What the plan sets up, and whether it sets up groups of this sort at all. */
const known = ({
  reading,
  lines,
  text,
}: CheckedPlan): { readonly stems: ReadonlySet<string>; readonly some: boolean } => {
  const working = reading.groups.filter(group => group.kind === 'working').map(group => stem(group.name))
  const stems = new Set(working)
  for (const { body } of lines) {
    const listed = matchIn(heading, text, body, Math.min(body + 12, text.length))
    if (listed) stems.add(stem(listed[1] ?? ''))
  }
  stems.delete('')
  return { stems, some: stems.size >= 2 }
}

const placeOf = ({ text }: CheckedPlan, task: Task, party: string): { start: number; end: number } => {
  const at = text.indexOf(party, task.span.start)
  return at >= 0 && at < task.span.end ? { start: at, end: at + party.length } : task.span
}

const setUpBefore = (plan: CheckedPlan, party: string): boolean => {
  const { start, end } = plan.reading.span
  const first = plan.text.slice(start, end).indexOf(party)
  const before = plan.text.slice(start + Math.max(0, first - 40), start + Math.max(0, first))
  return /成立|组建|设立|组成|抽调|建立/.test(before)
}

/** A working group that is given work is one that the plan sets up. */
export const everyWorkingGroupIsSetUp: Rule = plan => {
  const atWork = plan.reading.tasks.map(groupsOf)
  if (atWork.every(groups => groups.length === 0)) return []
  const { stems, some } = known(plan)
  if (!some) return []
  const reported = new Set<string>()
  return plan.reading.tasks.flatMap((task, i) =>
    (atWork[i] ?? none).flatMap(party => {
      if (reported.has(party)) return []
      const name = stem(party)
      if ([...stems].some(other => other.includes(name) || name.includes(other))) return []
      reported.add(party)
      return setUpBefore(plan, party)
        ? []
        : [{ code: 'party-unknown', params: { party }, span: placeOf(plan, task, party) }]
    }),
  )
}
