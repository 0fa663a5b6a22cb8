import type { Group, Task } from '../plan.ts'
import { clued, holds } from '../scan/clues.ts'
import { eachOnce } from './each-once.ts'
import { type Appointment, labelledPosts, spokenPosts } from './group-people.ts'
import { acting, type Founding, founded, headed } from './group-setup.ts'
import type { Passage } from './passage.ts'
import { tablePosts } from './table-posts.ts'

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

const holdsPost = ({ founding: { sentence } }: Mention, { at }: Appointment): boolean =>
  sentence.start <= at && at < sentence.end

/** The last body named before an appointment and not far from it; of an office where its office is meant and one is named. */
const fitFor = (mentions: readonly Mention[], last: number, a: Appointment): Mention | undefined => {
  let nearest: Mention | undefined
  for (let i = last; i >= 0 && i >= last - fewest; i--) {
    const mention = mentions[i] as Mention // within the list
    if (a.at - mention.founding.at >= reach) continue
    if (!a.ofOffice || mention.founding.kind === 'office') return mention
    nearest ??= mention
  }
  return nearest
}

/** The body that an appointment is made in: the last one its sentence names before it, the one it names after it, the last one before. */
const bodyFor = (mentions: readonly Mention[], a: Appointment): number | null => {
  const last = lastBefore(mentions, a.at)
  const fit = fitFor(mentions, last, a)
  if (fit && (a.ofOffice || holdsPost(fit, a))) return fit.body
  const next = mentions[last + 1]
  if (next && holdsPost(next, a)) return next.body
  // Posts may be listed before the body is named.
  return fit?.body ?? (next && next.founding.at - a.at < reach / 4 ? next.body : null)
}

const nobody: readonly string[] = []

/** What is said of a body by its appointments, each name once. */
const namedFor = (appointed: readonly Appointment[], post: Appointment['post']): readonly string[] => {
  let names: string[] | null = null
  for (const a of appointed)
    if (a.post === post) {
      names ??= []
      for (const name of a.names) names.push(name)
    }
  return names === null ? nobody : eachOnce(names)
}

const assemble = ({ kind, name, span }: Founding, appointed: readonly Appointment[]): Group => {
  const leaders = namedFor(appointed, 'leader')
  const deputies = namedFor(appointed, 'deputy')
  const members = namedFor(appointed, 'member').filter(
    member => !leaders.includes(member) && !deputies.includes(member),
  )
  const [location = null] = namedFor(appointed, 'location')
  const [duties = null] = namedFor(appointed, 'duties')
  return { kind, name, leaders, deputies, members, location, duties, span }
}

const byPlace = (a: Founding, b: Founding): number => a.at - b.at

const inOrder = (foundings: Founding[]): readonly Founding[] => foundings.sort(byPlace)

const mentionsOf = (bodies: readonly Body[]): readonly Mention[] => {
  const mentions: Mention[] = []
  for (const [body, { mentions: all }] of bodies.entries())
    for (const founding of all) mentions.push({ body, founding })
  return mentions.sort((a, b) => byPlace(a.founding, b.founding))
}

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
    // Who leads one of several campaigns is the head of no body that has nobody else.
    if (!posts.some(b => b.post !== 'leader' && b.post !== 'duties' && b.at > a.at && b.at - a.at < reach / 4)) continue
    if (bodyFor(mentions, a) !== null || a.at - (found.at(-1)?.at ?? -reach) < reach) continue
    const span = { start: a.at, end: a.end }
    found.push({ name: '领导小组', kind: 'leading', at: a.at, span, sentence: span })
  }
  return found
}

/** The bodies of a plan: those it sets up, those its headings name, and leading bodies it gives work to. */
export const readGroups = (passage: Passage, tasks: readonly Task[]): readonly Group[] => {
  const labelled = [...labelledPosts(passage), ...tablePosts(passage)].sort((a, b) => a.at - b.at)
  const spoken = spokenPosts(passage)
  const set = inOrder([...founded(passage), ...headed(passage), ...acting(tasks)])
  let bodies = bodiesOf(set)
  let mentions = mentionsOf(bodies)
  const nameless = unnamed(passage, mentions, labelled)
  if (nameless.length > 0) {
    bodies = bodiesOf(inOrder([...set, ...nameless]))
    mentions = mentionsOf(bodies)
  }
  const appointed = bodies.map((): Appointment[] => [])
  for (const posts of [labelled, spoken])
    for (const a of posts) {
      const body = bodyFor(mentions, a)
      if (body !== null) appointed[body]?.push(a)
    }
  return bodies.map(({ founding }, i) => assemble(founding, appointed[i] ?? []))
}
