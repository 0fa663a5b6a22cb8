import type { Group, Task } from '../plan.ts'
import { type Appointment, labelledPosts, spokenPosts } from './group-people.ts'
import { acting, type Founding, founded, headed } from './group-setup.ts'
import type { Passage } from './passage.ts'

const pairs = (name: string): ReadonlySet<string> => {
  const plain = name.replace(/[“”"'()]|工作/g, '')
  return new Set(Array.from({ length: Math.max(1, plain.length - 1) }, (_, i) => plain.slice(i, i + 2)))
}

/** Whether two names are one body's: one is the other's short form. */
const sameBody = (a: Founding, b: Founding): boolean => {
  if (a.name === b.name) return true
  if (a.kind !== b.kind || a.kind !== 'leading') return false
  const [x, y] = [pairs(a.name), pairs(b.name)]
  const [small, large] = x.size < y.size ? [x, y] : [y, x]
  return [...small].filter(p => large.has(p)).length >= small.size * 0.75
}

const short = /^(?:领导小组|工作组|小组|办公室|领导小组办公室|指挥部|队伍|工作小组)$/

const distinct = (foundings: readonly Founding[]): readonly Founding[] => {
  const kept: Founding[] = []
  for (const f of foundings) {
    const bare = short.test(f.name) && f.kind !== 'office'
    if (bare && kept.some(k => k.kind === f.kind)) continue
    if (kept.some(k => sameBody(k, f) && (k.kind !== 'office' || f.at - k.at < 400))) continue
    kept.push(f)
  }
  return kept
}

const reach = 1200

/** The body that an appointment is made in: the last one named before it, or the one that follows in the same sentence. */
const bodyFor = (groups: readonly Founding[], a: Appointment): number => {
  const before = groups.findLastIndex(g => g.at <= a.at && a.at - g.at < reach && (!a.ofOffice || g.kind === 'office'))
  if (before >= 0 && groups[before] && a.at <= groups[before].span.end) return before
  const holding = groups.findIndex(g => g.sentence.start <= a.at && a.at < g.sentence.end)
  if (holding >= 0 && !a.ofOffice) return holding
  return before >= 0 ? before : groups.findLastIndex(g => g.at <= a.at && a.at - g.at < reach)
}

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)]

const assemble = (founding: Founding, appointed: readonly Appointment[]): Group => {
  const of = (post: Appointment['post']) => appointed.filter(a => a.post === post).flatMap(a => a.names)
  const leaders = unique(of('leader'))
  const deputies = unique(of('deputy'))
  return {
    kind: founding.kind,
    name: founding.name,
    leaders,
    deputies,
    members: unique(of('member')).filter(name => !leaders.includes(name) && !deputies.includes(name)),
    location: of('location')[0] ?? null,
    duties: of('duties')[0] ?? null,
    span: founding.span,
  }
}

/** The bodies of a plan: those it sets up, those its headings name, and leading bodies it gives work to. */
export const readGroups = (passage: Passage, tasks: readonly Task[]): readonly Group[] => {
  const doers = tasks.map(t => ({ names: [...t.lead, ...t.responsible], span: t.span }))
  const set = [...founded(passage), ...headed(passage)].sort((a, b) => a.at - b.at)
  const groups = [...distinct([...set, ...acting(doers)])].sort((a, b) => a.at - b.at)
  const appointed = new Map<number, Appointment[]>()
  for (const a of [...labelledPosts(passage), ...spokenPosts(passage)]) {
    const body = bodyFor(groups, a)
    if (body >= 0) appointed.set(body, [...(appointed.get(body) ?? []), a])
  }
  return groups.map((g, i) => assemble(g, appointed.get(i) ?? []))
}
