import { type Change, compareVersions } from '@luoshi/rules/plan-comparison'
import type { AnyItem } from '../plans/item-content.ts'
import { type RunningItem, type RunningKind, runningKinds } from '../plans/running-items.ts'

/** One side of a comparison: an item with the row it became, if it runs already. */
export type Compared = { readonly item: AnyItem; readonly rowId: string | null }
export type ItemChange = Change<Compared> & { readonly kind: RunningKind; readonly key: string }

/** What a new version of a plan changes in the running programme, kind by kind. */
export const compareWithRunning = (running: readonly RunningItem[], items: readonly AnyItem[]): readonly ItemChange[] =>
  runningKinds.flatMap(kind => {
    const before = running.filter(({ item }) => item.kind === kind)
    const after = items.filter(item => item.kind === kind).map((item): Compared => ({ item, rowId: null }))
    const changes = compareVersions<Compared>(before, after, {
      textOf: ({ item }) => wordsOf(item),
      isEqual: (one, other) => restOf(one.item) === restOf(other.item),
    })
    return changes.map(change => ({ ...change, kind, key: keyOf(kind, change) }))
  })

const keyOf = (kind: RunningKind, change: Change<Compared>): string =>
  [kind, 'before' in change ? change.before.item.id : '', 'after' in change ? change.after.item.id : ''].join(':')

/** The words by which an item is known again. */
const wordsOf = (item: AnyItem): string => {
  switch (item.kind) {
    case 'group':
    case 'phase':
      return item.content.name
    case 'task':
    case 'duty':
    case 'milestone':
      return item.content.text
    case 'indicator':
      return item.content.subject
    case 'budget':
      return item.content.item
    default:
      return ''
  }
}

/** Everything else of it that counts. */
const restOf = ({ kind, content }: AnyItem): string => {
  if (kind === 'task') {
    const { lead, responsible, support, due } = content
    return JSON.stringify([lead, responsible, support, due?.start ?? null, due?.end ?? null])
  }
  if (kind === 'phase') return JSON.stringify([content.window?.start ?? null, content.window?.end ?? null])
  // `jsonb` sorts the keys of both alike.
  return JSON.stringify(content)
}

/** An item in one line, as the comparison shows it. */
export const lineOf = (item: AnyItem): string => {
  switch (item.kind) {
    case 'phase': {
      const { name, window } = item.content
      return window ? `${name}(${window.start ?? ''}—${window.end ?? ''})` : name
    }
    case 'task': {
      const { text, due } = item.content
      return due?.end ? `${text}(${due.end})` : text
    }
    case 'indicator': {
      const { subject, op, value, unit } = item.content
      return `${subject} ${op} ${value ?? '—'}${unit}`
    }
    case 'milestone':
      return `${item.content.date} ${item.content.text}`
    case 'budget':
      return `${item.content.item} ${item.content.yuan} 元`
    default:
      return wordsOf(item)
  }
}
