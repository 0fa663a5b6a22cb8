import { type Instant, millisecondsOf } from './local-time.ts'

const tenMinutesMs = 600_000

/** Whether something was told so long after it was done that both moments are worth saying: a phone was without a signal. */
export const isToldLater = (doneAt: Instant | Date, toldAt: Instant | Date): boolean =>
  millisecondsOf(toldAt) - millisecondsOf(doneAt) > tenMinutesMs
