import type { Group, Task } from '../plan.ts'
import { clued, holds } from '../scan/clues.ts'
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
const fewest = 24

/** A body and every place that names it, in the order of the text. */
type Body = { readonly founding: Founding; readonly mentions: readonly Founding[] }

const fuller = (a: Founding, b: Founding): Founding => (b.name.length > a.name.length + 2 ? { ...a, name: b.name } : a)

const known = (recent: readonly Body[], f: Founding): Body | undefined => {
  if (short.test(f.name) && f.kind !== 'office') return recent.findLast(b => b.founding.kind === f.kind)
  return recent.findLast(
    b => sameBody(b.founding, f) && (f.kind !== 'office' || f.at - (b.mentions.at(-1)?.at ?? 0) < 400),
  )
}

/** One body for all the places that name it. Only the last few are compared, which keeps long documents linear. */
const bodiesOf = (foundings: readonly Founding[]): readonly Body[] => {
  const bodies: Body[] = []
  for (const f of foundings) {
    const recent = bodies.slice(-fewest)
    const same = known(recent, f)
    if (!same) bodies.push({ founding: f, mentions: [f] })
    else
      bodies[bodies.indexOf(same)] = {
        founding: fuller(same.founding, f),
        mentions: [...same.mentions.slice(-fewest), f],
      }
  }
  return bodies
}

const reach = 1200

type Mention = { readonly body: number; readonly founding: Founding }

const lastBefore = (mentions: readonly Mention[], at: number): number => {
  let [low, high] = [0, mentions.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle]?.founding.at ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The body that an appointment is made in: the last one its sentence names before it, the one it names after it, the last one before. */
const bodyFor = (mentions: readonly Mention[], a: Appointment): number | null => {
  const last = lastBefore(mentions, a.at)
  const before = mentions.slice(Math.max(0, last - fewest), last + 1).filter(m => a.at - m.founding.at < reach)
  const fit = before.findLast(m => !a.ofOffice || m.founding.kind === 'office') ?? before.at(-1)
  const holds = (m: Mention | undefined) =>
    m !== undefined && m.founding.sentence.start <= a.at && a.at < m.founding.sentence.end
  if (fit && (holds(fit) || a.ofOffice)) return fit.body
  const next = mentions[last + 1]
  if (holds(next) && next) return next.body
  // Posts may be listed before the body is named.
  return fit?.body ?? (next && next.founding.at - a.at < reach / 2 ? next.body : null)
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

const mentionsOf = (bodies: readonly Body[]): readonly Mention[] =>
  bodies
    .flatMap(({ mentions: all }, body) => all.map(founding => ({ body, founding })))
    .sort((a, b) => a.founding.at - b.founding.at)

const heads = clued(/^(?:第一|执行|常务)?(?:组\s{0,4}长|总指挥|指挥长)/)

/** `组长:…` with no body in sight: the plan gives the posts of its leading body and leaves out the name. */
const unnamed = (
  { text }: Passage,
  mentions: readonly Mention[],
  posts: readonly Appointment[],
): readonly Founding[] => {
  const found: Founding[] = []
  for (const a of posts) {
    if (a.post !== 'leader' || !holds(heads, text, a.at, Math.min(a.at + 8, text.length))) continue
    if (bodyFor(mentions, a) !== null || a.at - (found.at(-1)?.at ?? -reach) < reach) continue
    const span = { start: a.at, end: a.end }
    found.push({ name: '领导小组', kind: 'leading', at: a.at, span, sentence: span })
  }
  return found
}

/** The bodies of a plan: those it sets up, those its headings name, and leading bodies it gives work to. */
export const readGroups = (passage: Passage, tasks: readonly Task[]): readonly Group[] => {
  const doers = tasks.map(t => ({ names: [...t.lead, ...t.responsible], span: t.span }))
  const labelled = labelledPosts(passage)
  const set = [...founded(passage), ...headed(passage), ...acting(doers)].sort((a, b) => a.at - b.at)
  const nameless = unnamed(passage, mentionsOf(bodiesOf(set)), labelled)
  const bodies = bodiesOf(nameless.length === 0 ? set : [...set, ...nameless].sort((a, b) => a.at - b.at))
  const mentions = mentionsOf(bodies)
  const appointed = bodies.map((): Appointment[] => [])
  for (const a of [...labelled, ...spokenPosts(passage)]) {
    const body = bodyFor(mentions, a)
    if (body !== null) appointed[body]?.push(a)
  }
  return bodies.map(({ founding }, i) => assemble(founding, appointed[i] ?? []))
}
