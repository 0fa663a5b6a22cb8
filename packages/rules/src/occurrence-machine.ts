import { type Instant, millisecondsOf } from './local-time.ts'
import { type Refused, type Result, refuse, take } from './result.ts'

export const occurrenceStates = ['due', 'recorded', 'confirmed', 'returned', 'missed', 'excused'] as const

export type OccurrenceState = (typeof occurrenceStates)[number]

export type OccurrenceWay = {
  readonly state: OccurrenceState
  readonly recordedBy: string | null
  /** Done after it was due. */
  readonly late: boolean
  /** Its time went by with nothing recorded. Stays true whatever is recorded or excused later, unless it had been done in time and was only told later. */
  readonly missed: boolean
}

export const newOccurrence: OccurrenceWay = { state: 'due', recordedBy: null, late: false, missed: false }

export type OccurrenceEvent =
  | { readonly kind: 'record'; readonly by: string; readonly late: boolean }
  | { readonly kind: 'confirm'; readonly by: string }
  | { readonly kind: 'return'; readonly by: string; readonly reason: string }
  | { readonly kind: 'miss' }
  | { readonly kind: 'excuse'; readonly by: string; readonly reason: string }

export type OccurrenceRefusal = 'not-from-here' | 'confirmed-by-recorder' | 'reason-missing'

/** A record needs no confirmation to count; confirming is for offices that look at each. */
const from: Readonly<Record<OccurrenceEvent['kind'], readonly OccurrenceState[]>> = {
  record: ['due', 'returned', 'missed', 'excused'],
  confirm: ['recorded'],
  return: ['recorded', 'confirmed'],
  miss: ['due'],
  excuse: ['missed'],
}

/** The occurrence after the event, or why it cannot be. */
export const moveOccurrence = (
  way: OccurrenceWay,
  event: OccurrenceEvent,
): Result<OccurrenceWay, OccurrenceRefusal> => {
  if (!from[event.kind].includes(way.state)) return refuse('not-from-here')
  return objectionTo(way, event) ?? take(after(way, event))
}

/** What may come next now. What was excused is only recorded when it turns out to have been done in time. */
export const nextOccurrenceEvents = (state: OccurrenceState): readonly OccurrenceEvent['kind'][] =>
  (['record', 'confirm', 'return', 'miss', 'excuse'] as const).filter(
    kind => from[kind].includes(state) && !(kind === 'record' && state === 'excused'),
  )

/** Whether it was done too late to be on time. */
export const isLateRecord = (dueAt: Instant | Date, doneAt: Instant | Date): boolean =>
  millisecondsOf(doneAt) > millisecondsOf(dueAt)

/**
 * Hours after the due moment before silence is recorded as missed: a phone that was out of reach for an evening should not
 * make a miss of work that was done.
 */
export const graceHours = 12

export const isMissed = (
  { state }: Pick<OccurrenceWay, 'state'>,
  dueAt: Instant | Date,
  now: Instant | Date,
  grace: number = graceHours,
): boolean => state === 'due' && millisecondsOf(now) > millisecondsOf(dueAt) + grace * 3_600_000

const objectionTo = (way: OccurrenceWay, event: OccurrenceEvent): Refused<OccurrenceRefusal> | null => {
  if (event.kind === 'record' && event.late && way.state === 'excused') return refuse('not-from-here')
  if (event.kind === 'confirm' && event.by === way.recordedBy) return refuse('confirmed-by-recorder')
  if ((event.kind === 'return' || event.kind === 'excuse') && event.reason.trim() === '')
    return refuse('reason-missing')
  return null
}

const after = (way: OccurrenceWay, event: OccurrenceEvent): OccurrenceWay => {
  switch (event.kind) {
    case 'record': {
      // A record that was returned and mended keeps the punctuality of the first, or that of one done before it.
      const late = way.state === 'returned' ? way.late && event.late : event.late
      return { state: 'recorded', recordedBy: event.by, late, missed: way.missed && late }
    }
    case 'confirm':
      return { ...way, state: 'confirmed' }
    case 'return':
      return { ...way, state: 'returned' }
    case 'miss':
      return { ...way, state: 'missed', missed: true }
    case 'excuse':
      return { ...way, state: 'excused' }
  }
}
