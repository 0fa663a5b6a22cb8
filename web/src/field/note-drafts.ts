import type { LocalVisit } from '@luoshi/sync/outbox-store'
import { useEffect, useRef } from 'react'
import { useField } from './field-context.tsx'

/** What the words of one criterion, or of the whole visit, are kept under while they are being written. */
export const noteDraft = (visitId: string, criterionId: string | null): string =>
  `${underVisit(visitId)}${criterionId ?? whole}`

const underVisit = (visitId: string): string => `note ${visitId} `
const whole = 'whole'

/** Words that were being written when the phone died are taken into the visit when it is opened again. */
export const useUnsaidNotes = (local: LocalVisit | null): void => {
  const { acts, drafts } = useField()
  const taken = useRef<string>(undefined)
  useEffect(() => {
    if (local === null || taken.current === local.id) return
    taken.current = local.id
    const { id, roundId, pointId, versionId } = local.visit
    const head = { id, roundId, pointId, versionId }
    void drafts.under(underVisit(id)).then(async unsaid => {
      for (const { rest, value } of unsaid) {
        const note = textOf(value)
        if (note !== '') await (rest === whole ? acts.note(head, note) : acts.look(head, rest, { note }))
        await drafts.drop(underVisit(id) + rest)
      }
    })
  }, [local, acts, drafts])
}

const textOf = (value: unknown): string => {
  const text: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'text') : null
  return typeof text === 'string' ? text.trim() : ''
}
