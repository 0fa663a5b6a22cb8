import { type CaseEvent, type CaseRefusal, type CaseWay, isMergeable, moveCase } from './case-machine.ts'
import { type Result, refuse, take } from './result.ts'

export type Merged = { readonly merged: CaseWay; readonly target: CaseWay }

export type MergeRefusal = CaseRefusal | 'target-not-open'

/**
 * Two cases become one. Whoever mended either does not say so, and whoever mended what is merged has mended the other from then on:
 * nobody ends their own work by another's name.
 */
export const mergeCases = (
  one: CaseWay,
  other: CaseWay,
  event: CaseEvent & { readonly kind: 'merge' },
): Result<Merged, MergeRefusal> => {
  if (!isMergeable(other.state)) return refuse('target-not-open')
  const moved = moveCase(one, event)
  if (!moved.ok) return moved
  if (other.rectifiedBy.includes(event.by)) return refuse('merged-by-rectifier')
  const rectifiedBy = [...new Set([...other.rectifiedBy, ...one.rectifiedBy])]
  return take({ merged: moved.value, target: { ...other, rectifiedBy } })
}
