import type { PartyBook } from '../review/party-book.ts'
import type { ItemOf } from './item-content.ts'
import { realDate } from './masked-dates.ts'

type Item<K extends 'group' | 'milestone' | 'indicator' | 'budget'> = ItemOf<K>

/** What an item becomes in its table, apart from its keys. */
export const groupValues = ({ id, ordinal, content }: Item<'group'>, book: PartyBook) => {
  const { kind, name, leaders, deputies, members, location, duties } = content
  // 各街道 is no one street: a seat that stands for many has no unit of its own.
  const seats = members.map(member => {
    const [only, ...others] = book.unitsOf(member)
    return { name: member, unitId: only !== undefined && others.length === 0 ? only : null }
  })
  return { item_id: id, ordinal, kind, name, leaders, deputies, members: JSON.stringify(seats), location, duties }
}

/** Null where its day is none. */
export const milestoneValues = ({ id, ordinal, content }: Item<'milestone'>) => {
  const day = realDate(content.date)
  return day === null ? null : { item_id: id, ordinal, text: content.text, on_day: day }
}

export const indicatorValues = ({ id, ordinal, content: { subject, op, value, unit } }: Item<'indicator'>) => ({
  item_id: id,
  ordinal,
  subject,
  op,
  target: value,
  unit,
})

export const budgetValues = ({ id, ordinal, content: { item, yuan } }: Item<'budget'>) => ({
  item_id: id,
  ordinal,
  item,
  fen: Math.round(yuan * 100),
})
