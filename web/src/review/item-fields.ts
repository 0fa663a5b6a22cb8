import type { ItemKind } from '@luoshi/contract/review'

/** A part of an item's content and how it is edited. `name` may lead into a part: `every.per`. */
export type Field = {
  readonly name: string
  readonly label: FieldLabel
  readonly as: 'line' | 'text' | 'names' | 'date' | 'window' | 'number' | 'choice' | 'points'
  readonly options?: readonly { readonly value: string; readonly word: OptionWord }[]
  /** Two or three short fields share a line. */
  readonly short?: boolean
  /** An empty one is null, not an empty word. */
  readonly orNull?: boolean
}

type FieldLabel =
  | `field_${'text' | 'name' | 'kind' | 'subject' | 'op' | 'value' | 'unit' | 'date' | 'per' | 'times' | 'at'}`
  | `field_${'pointType' | 'checklist' | 'item' | 'yuan' | 'step' | 'title' | 'number'}`
  | 'lead'
  | 'responsible'
  | 'support'
  | 'to'
  | 'due'
  | 'window'
  | 'leaders'
  | 'deputies'
  | 'members'
  | 'location'
  | 'groupDuties'
  | 'actor'
  | 'threshold'

const sign = (value: string) => ({ value, word: `=${({ '>=': '≥', '<=': '≤' })[value] ?? value}` as const })

type OptionWord =
  | `=${string}`
  | `group_${'leading' | 'office' | 'working'}`
  | `per_${'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'season' | 'term' | 'year' | 'continuous'}`
  | `step_${'apply' | 'self-score' | 'review' | 'recommend' | 'inspect' | 'notice' | 'grant' | 'recheck' | 'withdraw' | 'renew'}`
  | 'reward'
  | 'penalty'

const groups = (['leading', 'office', 'working'] as const).map(value => ({ value, word: `group_${value}` as const }))
const pers = (['day', 'week', 'month', 'quarter', 'half-year', 'season', 'term', 'year', 'continuous'] as const).map(
  value => ({ value, word: `per_${value}` as const }),
)
const steps = (
  ['apply', 'self-score', 'review', 'recommend', 'inspect', 'notice', 'grant', 'recheck', 'withdraw', 'renew'] as const
).map(value => ({ value, word: `step_${value}` as const }))

/** How each kind of item is edited. */
export const fieldsOf: Readonly<Record<ItemKind, readonly Field[]>> = {
  task: [
    { name: 'text', label: 'field_text', as: 'text' },
    { name: 'lead', label: 'lead', as: 'names' },
    { name: 'responsible', label: 'responsible', as: 'names' },
    { name: 'support', label: 'support', as: 'names' },
    { name: 'due', label: 'due', as: 'window' },
  ],
  duty: [
    { name: 'text', label: 'field_text', as: 'text' },
    { name: 'every.per', label: 'field_per', as: 'choice', options: pers, short: true },
    { name: 'every.times', label: 'field_times', as: 'number', short: true },
    { name: 'every.at', label: 'field_at', as: 'line', short: true, orNull: true },
    { name: 'to', label: 'to', as: 'names' },
  ],
  phase: [
    { name: 'name', label: 'field_name', as: 'line' },
    { name: 'window', label: 'window', as: 'window' },
  ],
  group: [
    { name: 'kind', label: 'field_kind', as: 'choice', options: groups, short: true },
    { name: 'name', label: 'field_name', as: 'line', short: true },
    { name: 'leaders', label: 'leaders', as: 'names' },
    { name: 'deputies', label: 'deputies', as: 'names' },
    { name: 'members', label: 'members', as: 'names' },
    { name: 'location', label: 'location', as: 'line', orNull: true },
    { name: 'duties', label: 'groupDuties', as: 'text', orNull: true },
  ],
  indicator: [
    { name: 'subject', label: 'field_subject', as: 'line' },
    {
      name: 'op',
      label: 'field_op',
      as: 'choice',
      options: ['>=', '<=', '=', '>', '<'].map(sign),
      short: true,
    },
    { name: 'value', label: 'field_value', as: 'number', short: true },
    { name: 'unit', label: 'field_unit', as: 'line', short: true },
  ],
  milestone: [
    { name: 'text', label: 'field_text', as: 'text' },
    { name: 'date', label: 'field_date', as: 'date' },
  ],
  checklist: [
    { name: 'pointType', label: 'field_pointType', as: 'line' },
    { name: 'items', label: 'field_checklist', as: 'points' },
  ],
  procedure: [
    { name: 'step', label: 'field_step', as: 'choice', options: steps, short: true },
    { name: 'actor', label: 'actor', as: 'line', short: true, orNull: true },
    { name: 'threshold', label: 'threshold', as: 'line', orNull: true },
  ],
  budget: [
    { name: 'item', label: 'field_item', as: 'line' },
    { name: 'yuan', label: 'field_yuan', as: 'number' },
  ],
  consequence: [
    {
      name: 'kind',
      label: 'field_kind',
      as: 'choice',
      options: [
        { value: 'reward', word: 'reward' },
        { value: 'penalty', word: 'penalty' },
      ],
      short: true,
    },
    { name: 'text', label: 'field_text', as: 'text' },
  ],
  reference: [
    { name: 'title', label: 'field_title', as: 'line' },
    { name: 'number', label: 'field_number', as: 'line', orNull: true },
  ],
}
