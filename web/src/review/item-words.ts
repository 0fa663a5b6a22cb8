import type { Item } from '@luoshi/contract/review'
import type { Say } from '../ui/i18n.ts'
import type { reviewWords } from './words.ts'

type T = Say<typeof reviewWords>

/** One fact of an item as its card shows it: what it is called, what it is, and whether it is missing. */
export type Fact = {
  readonly label: string
  readonly value: string
  readonly missing?: boolean
  readonly role?: string
}

/** What an item is called in a list. */
export const headlineOf = (item: Item, t: T): string => {
  const c = item.content
  switch (item.kind) {
    case 'indicator':
      return [text(c.subject), target(c, t)].filter(Boolean).join(' ')
    case 'checklist':
      return `${text(c.pointType)} · ${t('points', { count: list(c.items).length })}`
    case 'procedure':
      return [stepWord(text(c.step), t), text(c.threshold)].filter(Boolean).join('：')
    case 'budget':
      return text(c.item)
    case 'reference':
      return text(c.title)
    case 'group':
    case 'phase':
      return text(c.name)
    default:
      return text(c.text)
  }
}

/** The facts under the headline, by kind. Parties of tasks and duties are shown apart, with their units. */
export const factsOf = (item: Item, t: T): readonly Fact[] => {
  const c = item.content
  switch (item.kind) {
    case 'task':
      return [dueFact(c.due, t)]
    case 'duty':
      return [{ label: t('field_per'), value: everyWords(c.every, t) }]
    case 'phase':
      return [{ label: t('window'), ...missingOr(windowWords(c.window, t), t) }]
    case 'group':
      return groupFacts(c, t)
    case 'milestone':
      return [{ label: t('field_date'), ...missingOr(text(c.date), t) }]
    case 'procedure':
      return text(c.actor) ? [{ label: t('actor'), value: text(c.actor) }] : []
    case 'budget':
      return [{ label: t('field_yuan'), value: moneyWords(Number(c.yuan), t) }]
    case 'consequence':
      return [{ label: t('field_kind'), value: c.kind === 'penalty' ? t('penalty') : t('reward') }]
    case 'reference':
      return text(c.number) ? [{ label: t('field_number'), value: text(c.number) }] : []
    default:
      return []
  }
}

/** All an item says in one line, for setting two readings of it side by side. */
export const wholeOf = (item: Item, t: T): string => {
  const parties = ['lead', 'responsible', 'support', 'to'].flatMap(role => {
    const names = list(item.content[role]).map(text)
    return names.length > 0 ? [`${t(role as 'lead' | 'responsible' | 'support' | 'to')} ${names.join(t('comma'))}`] : []
  })
  const facts = factsOf(item, t).map(({ label, value }) => `${label} ${value}`)
  return [headlineOf(item, t), ...parties, ...facts].join(' · ')
}

/** `2026-05-20`, `05-20` where the year is missing, or both ends of a window. */
export const windowWords = (window: unknown, t: T): string => {
  if (typeof window !== 'object' || window === null) return ''
  const [start, end, written] = [get(window, 'start'), get(window, 'end'), get(window, 'text')]
  if (start && end) return start === end ? start : `${start} — ${end}`
  if (end) return t('until', { date: end })
  return start ? t('from', { date: start }) : written
}

export const everyWords = (every: unknown, t: T): string => {
  if (typeof every !== 'object' || every === null) return ''
  const per = perWord(get(every, 'per'), t)
  const times = Reflect.get(every, 'times')
  const often = typeof times === 'number' && times !== 1 ? t('times', { count: times }) : ''
  return [per + (often && ` ${often}`), get(every, 'at')].filter(Boolean).join(' · ')
}

/** Whole ten thousands are how budgets are talked about. */
export const moneyWords = (yuan: number, t: T): string =>
  yuan >= 10_000 && yuan % 100 === 0
    ? t('tenThousand', { amount: (yuan / 10_000).toLocaleString('zh-CN') })
    : t('yuan', { yuan: yuan.toLocaleString('zh-CN') })

export const opSigns: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '=': '=', '>': '>', '<': '<' }

const pers = ['day', 'week', 'month', 'quarter', 'half-year', 'season', 'term', 'year', 'continuous'] as const
const steps = [
  'apply',
  'self-score',
  'review',
  'recommend',
  'inspect',
  'notice',
  'grant',
  'recheck',
  'withdraw',
  'renew',
] as const

export const perWord = (per: string, t: T): string => {
  const known = pers.find(one => one === per)
  return known ? t(`per_${known}`) : per
}

export const stepWord = (step: string, t: T): string => {
  const known = steps.find(one => one === step)
  return known ? t(`step_${known}`) : step
}

const target = (c: Item['content'], t: T): string =>
  c.value === null ? `（${t('masked')}）` : `${opSigns[text(c.op)] ?? ''} ${c.value}${text(c.unit)}`

const dueFact = (due: unknown, t: T): Fact => ({ label: t('due'), ...missingOr(windowWords(due, t), t) })

const groupFacts = (c: Item['content'], t: T): readonly Fact[] => {
  const kind = c.kind === 'leading' || c.kind === 'office' ? c.kind : 'working'
  const names = (key: string) => list(c[key]).map(text).join(t('comma'))
  const facts: Fact[] = [
    { label: t('field_kind'), value: t(`group_${kind}`) },
    { label: t('leaders'), value: names('leaders') },
    { label: t('deputies'), value: names('deputies') },
    {
      label: t('members'),
      value: list(c.members).length > 4 ? t('people', { count: list(c.members).length }) : names('members'),
    },
    { label: t('location'), value: text(c.location) },
  ]
  return facts.filter(({ value }) => value !== '')
}

const missingOr = (value: string, t: T) => (value ? { value } : { value: t('notWritten'), missing: true })

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const get = (from: object, key: string): string => text(Reflect.get(from, key))
