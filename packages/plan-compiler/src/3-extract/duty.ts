import { clausesOf, type Sentence } from '../2-outline/sentences.ts'
import type { Duty, Span } from '../plan.ts'
import { clued, fits, holds } from '../scan/clues.ts'
import { cadencesIn, type ReadCadence } from '../vocabulary/cadence.ts'
import { readSubject } from '../vocabulary/party.ts'
import { byIn } from './doers.ts'
import { mostPerClause, type Passage, trimmed, wordsOf } from './passage.ts'

/** Words around a cadence that make it a count or a condition instead of a rhythm. */
const notRhythm = clued(
  /(?:每(?:年|天|日|月|周)?(?:级|人|户|个人)|逐年(?:提高|增加|提升|下降)|近年|当年|全年工作计划|历年|常年)/,
)

/** `每年3万元`: a rate of pay, not work. */
const rate = clued(/^[^,;。]{0,2}?[\d.]+(?:余|多)?[百千万]*元/)

const openEnded = clued(/(?:^|[,;])\s*$/)

type Clause = readonly [number, number]

/** Cadences strung together (`一日一督查、一周一考评`) have a piece of the clause each. */
const pieceOf = (text: string, [start, end]: Clause, here: readonly ReadCadence[], i: number): Clause => {
  const [before, after] = [here[i - 1], here[i + 1]]
  const cadence = here[i] as ReadCadence
  const left = before ? text.slice(before.end, cadence.start).lastIndexOf('、') : -1
  const right = after ? text.slice(cadence.end, after.start).indexOf('、') : -1
  return [before && left >= 0 ? before.end + left + 1 : start, after && right >= 0 ? cadence.end + right : end]
}

const spanOf = (
  text: string,
  clause: Clause,
  next: Clause | undefined,
  here: readonly ReadCadence[],
  i: number,
): Span => {
  if (here.length > 1) return trimmed(text, ...pieceOf(text, clause, here, i))
  return trimmed(text, clause[0], next && isTimeAlone(clause, here) ? next[1] : clause[1])
}

/** A clause that is the time alone (`每周五前,各社区上报…`) belongs with the next. */
const isTimeAlone = ([start, end]: Clause, [cadence]: readonly ReadCadence[]): boolean =>
  cadence !== undefined && end - cadence.end < 2 && cadence.start - start < 4

const namedIn = (passage: Passage, [start, end]: Clause, beyond: number): readonly string[] | undefined =>
  (readSubject(passage.text, start, end, beyond) ?? byIn(passage, start, end)?.list)?.names

const namedAfter = (
  passage: Passage,
  clause: Clause,
  next: Clause | undefined,
  here: readonly ReadCadence[],
  beyond: number,
): readonly string[] | undefined =>
  next && here.length === 1 && isTimeAlone(clause, here) ? namedIn(passage, next, beyond) : undefined

/** The cadences that stand in each clause of a sentence. */
const byClause = (
  clauses: readonly Clause[],
  cadences: readonly ReadCadence[],
): readonly (readonly ReadCadence[])[] => {
  let at = 0
  return clauses.map(([, end]) => {
    const from = at
    while ((cadences[at]?.start ?? end) < end) at++
    return cadences.slice(from, Math.min(at, from + mostPerClause))
  })
}

const none: readonly Duty[] = []

const inSentence = (passage: Passage, sentence: Sentence): readonly Duty[] => {
  const { text } = passage
  const cadences = cadencesIn(text, sentence.start, sentence.end)
  if (cadences.length === 0) return none
  const clauses = clausesOf(text, sentence.start, sentence.end)
  const seen = new Set<string>()
  let to: readonly string[] = []
  return byClause(clauses, cadences).flatMap((here, c) => {
    const clause = clauses[c] as Clause
    // Those whom the clause names, else the nearest clause before it.
    to = namedIn(passage, clause, sentence.end) ?? namedAfter(passage, clause, clauses[c + 1], here, sentence.end) ?? to
    return here.flatMap((cadence, i): readonly Duty[] => {
      const span = spanOf(text, clause, clauses[c + 1], here, i)
      const words = wordsOf(text, span)
      const key = `${cadence.per} ${span.start}`
      if (
        holds(notRhythm, text, cadence.start, Math.min(cadence.end + 3, text.length)) ||
        holds(rate, text, cadence.end, Math.min(cadence.end + 12, text.length)) ||
        fits(openEnded, words) ||
        seen.has(key)
      )
        return []
      seen.add(key)
      const who = i > 0 ? (namedIn(passage, [span.start, span.end], sentence.end) ?? to) : to
      return [{ text: words, every: { per: cadence.per, times: cadence.times, at: cadence.at }, to: who, span }]
    })
  })
}

/** Recurring work with a stated frequency; `经常` and `定期` state none. */
export const readDuties = (passage: Passage): readonly Duty[] => {
  const found: Duty[] = []
  for (const sentence of passage.sentences) for (const duty of inSentence(passage, sentence)) found.push(duty)
  return found
}
