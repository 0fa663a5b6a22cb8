import type { LocalVisit } from '@luoshi/sync/outbox-store'
import { useEffect, useRef } from 'react'
import type { FormDrafts } from '../offline/form-drafts.ts'
import { useField } from './field-context.tsx'

/** What the words of one criterion, or of the whole visit, are kept under while they are being written. */
export const noteDraft = (visitId: string, criterionId: string | null): string =>
  `${underVisit(visitId)}${criterionId ?? whole}`

const everyNote = 'note '
const underVisit = (visitId: string): string => `${everyNote}${visitId} `
const whole = 'whole'

/** The visits in which words are being written. */
export const visitsBeingWritten = async (drafts: FormDrafts): Promise<ReadonlySet<string>> => {
  const unsaid = await drafts.under(everyNote)
  return new Set(unsaid.flatMap(({ rest, value }) => (textOf(value) === '' ? [] : rest.split(' ').slice(0, 1))))
}

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
