import { clausesOf, type Sentence } from '../2-outline/sentences.ts'
import type { Duty } from '../plan.ts'
import { cadencesIn, type ReadCadence } from '../vocabulary/cadence.ts'
import { readSubject } from '../vocabulary/party.ts'
import { type Passage, trimmed, wordsOf } from './passage.ts'

/** Words around a cadence that make it a count or a condition instead of a rhythm. */
const notRhythm =
  /(?:每(?:年|天|日|月|周)?(?:级|人|户|个人)|逐年(?:提高|增加|提升|下降)|近年|当年|全年工作计划|历年|常年)/

const openEnded = /(?:^|[,;])\s*$/

type Clause = readonly [number, number]

/** Cadences strung together (`一日一督查、一周一考评`) have a piece of the clause each. */
const pieceOf = (passage: Passage, [start, end]: Clause, here: readonly ReadCadence[], i: number): Clause => {
  const [before, after] = [here[i - 1], here[i + 1]]
  const cadence = here[i] as ReadCadence
  const left = before ? passage.text.slice(before.end, cadence.start).lastIndexOf('、') : -1
  const right = after ? passage.text.slice(cadence.end, after.start).indexOf('、') : -1
  return [before && left >= 0 ? before.end + left + 1 : start, after && right >= 0 ? cadence.end + right : end]
}

const spanOf = (
  passage: Passage,
  clauses: readonly Clause[],
  cadences: readonly ReadCadence[],
  cadence: ReadCadence,
) => {
  const i = clauses.findIndex(([from, to]) => cadence.start >= from && cadence.start < to)
  const clause = clauses[i] ?? [cadence.start, cadence.end]
  const here = cadences.filter(c => c.start >= clause[0] && c.start < clause[1])
  if (here.length > 1) return trimmed(passage.text, ...pieceOf(passage, clause, here, here.indexOf(cadence)))
  // A clause that is the time alone (`每周五前,各社区上报…`) belongs with the next.
  const next = clauses[i + 1]
  const alone = clause[1] - cadence.end < 2 && next && cadence.start - clause[0] < 4
  return trimmed(passage.text, clause[0], alone ? next[1] : clause[1])
}

const inSentence = (passage: Passage, sentence: Sentence): readonly Duty[] => {
  const cadences = cadencesIn(passage.text, sentence.start, sentence.end)
  if (cadences.length === 0) return []
  const clauses = clausesOf(passage.text, sentence.start, sentence.end)
  const seen = new Set<string>()
  return cadences.flatMap(cadence => {
    const span = spanOf(passage, clauses, cadences, cadence)
    const text = wordsOf(passage.text, span)
    const key = `${cadence.per} ${span.start}`
    if (notRhythm.test(passage.text.slice(cadence.start, cadence.end + 3)) || openEnded.test(text) || seen.has(key))
      return []
    seen.add(key)
    const subject = doersOf(passage.text, clauses, cadence, sentence.end)
    return [{ text, every: { per: cadence.per, times: cadence.times, at: cadence.at }, to: subject?.names ?? [], span }]
  })
}

/** Those whom the clause of a cadence names, else the nearest clause before it. */
const doersOf = (text: string, clauses: readonly Clause[], cadence: ReadCadence, end: number) =>
  clauses
    .filter(([from]) => from <= cadence.start)
    .reverse()
    .reduce<ReturnType<typeof readSubject>>((found, [from, to]) => found ?? readSubject(text, from, to, end), null)

/** Recurring work with a stated frequency; `经常` and `定期` state none. */
export const readDuties = (passage: Passage): readonly Duty[] => passage.sentences.flatMap(s => inSentence(passage, s))
