import { characters } from '../scan/characters.ts'
import { clued, endAt, holds, matchAt } from '../scan/clues.ts'
import { certainOf } from '../scan/pattern-keys.ts'
import { namesIn } from './party.ts'

export type PartyRole = 'lead' | 'responsible' | 'support'

export type Labelled = {
  readonly role: PartyRole | 'due'
  readonly start: number
  readonly end: number
  readonly names: readonly string[]
}

const roleWords: readonly (readonly [Labelled['role'], string])[] = [
  ['due', '(?:完成|整改|办结|责任|工作|办理)?(?:时限|期限|时间节点|完成时间|整改时间)(?:要求)?'],
  [
    'lead',
    '(?:总)?(?:牵头|分管|挂钩|包保|包抓|联系|主抓|主管|责任)(?:的)?(?:县|市|区|镇|街道)?领导|牵头(?:单位|部门|科室|人|股室|责任单位|责任人)?|总负责(?:人)?',
  ],
  [
    'support',
    '(?:配合|协助|协办|协同|支持)(?:单位|部门|科室|责任单位|人员)?|(?:参与|参加)(?:单位|部门|科室|责任单位)?',
  ],
  [
    'responsible',
    '(?:作战|攻坚|承接)单位|(?:主要|第一|具体|直接)?责任(?:单位|部门|科室|人|主体|处室|股室|分工|站所|片区)?|主(?:办|体)单位|承办(?:单位|部门)|实施(?:单位|主体)|落实单位|负责(?:单位|部门|人|科室)|具体负责|主办(?:单位|部门)',
  ],
]

const label = clued(new RegExp(roleWords.map(([role, words]) => `(?<${role}>${words})`).join('|'), 'y'))
const open = clued(/:|[ ](?=[\u4e00-\u9fff])/y)
const starters = characters('完整办责工总牵分挂包联主配协参支第具直承实落负时期作攻')
const before = characters(',;。、()【】[]—–', 'and blanks')
const longest = 240

/** A label (`责任单位:`) at a place: its role and where its names begin. */
const labelAt = (text: string, at: number): { readonly role: Labelled['role']; readonly end: number } | null => {
  const m = matchAt(label, text, at)
  if (!m) return null
  const opened = endAt(open, text, at + m[0].length)
  if (opened < 0) return null
  const role = roleWords.find(([name]) => m.groups?.[name] !== undefined)?.[0]
  return role ? { role, end: opened } : null
}

const listEnd = (text: string, from: number, limit: number): number => {
  let depth = 0
  for (let i = from; i < Math.min(limit, from + longest); i++) {
    const c = text[i] ?? ''
    if (c === '(') depth++
    if ((c === ')' && depth-- === 0) || c === '】' || c === ']') return i
    if (c === '。' || c === '\n' || c === ';' || c === '\t') return i
    const code = text.charCodeAt(i)
    if (before[code] === 1 && starters[text.charCodeAt(i + 1)] === 1 && labelAt(text, i + 1)) return i
    if (depth === 0 && starters[code] === 1 && i > from && labelAt(text, i)) return i
  }
  return Math.min(limit, from + longest)
}

const labels = clued(new RegExp(`(?:${roleWords.map(([, words]) => words).join('|')})[: ]`))
const none: readonly Labelled[] = []

const opens = characters(': ')
/** Every label ends with one of these; null where that cannot be told. */
const lasts = certainOf(label.shape)?.lasts ?? null
const lastOfLabel = lasts === null ? null : characters(lasts)

/** Most lines have no sign behind the end of a label, which is sooner seen than labels are searched for. */
const mayBeLabelled = (text: string, start: number, end: number): boolean => {
  if (lastOfLabel === null) return true
  for (let at = start + 1; at < end; at++)
    if (opens[text.charCodeAt(at)] === 1 && lastOfLabel[text.charCodeAt(at - 1)] === 1) return true
  return false
}

/** Every labelled list of parties, and every labelled deadline, between two offsets. */
export const labelledIn = (text: string, start: number, end: number): readonly Labelled[] => {
  if (!mayBeLabelled(text, start, end) || !holds(labels, text, start, end)) return none
  const found: Labelled[] = []
  for (let i = start; i < end; i++) {
    if (starters[text.charCodeAt(i)] === 0 || (i > start && before[text.charCodeAt(i - 1)] === 0)) continue
    const opened = labelAt(text, i)
    if (!opened || opened.end > end) continue
    const stop = listEnd(text, opened.end, end)
    found.push({ role: opened.role, start: i, end: stop, names: namesIn(text.slice(opened.end, stop)) })
    i = stop - 1
  }
  return found
}
