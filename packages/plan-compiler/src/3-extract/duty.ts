import { clausesOf, type Sentence } from '../2-outline/sentences.ts'
import type { Duty } from '../plan.ts'
import { cadencesIn, type ReadCadence } from '../vocabulary/cadence.ts'
import { readSubject } from '../vocabulary/party.ts'
import { type Passage, trimmed, wordsOf } from './passage.ts'

/** Words around a cadence that make it a count or a condition instead of a rhythm. */
const notRhythm =
  /(?:每(?:年|天|日|月|周)?(?:级|人|户|个人)|逐年(?:提高|增加|提升|下降)|近年|当年|全年工作计划|历年|常年)/

const openEnded = /(?:^|[,;])\s*$/

const spanOf = (
  passage: Passage,
  sentence: Sentence,
  clauses: readonly (readonly [number, number])[],
  cadence: ReadCadence,
) => {
  const i = clauses.findIndex(([from, to]) => cadence.start >= from && cadence.start < to)
  const [start, end] = clauses[i] ?? [sentence.start, sentence.end]
  // A clause that is the time alone (`每周五前,各社区上报…`) belongs with the next.
  const next = clauses[i + 1]
  return trimmed(passage.text, start, end - cadence.end < 2 && next && cadence.start - start < 4 ? next[1] : end)
}

const inSentence = (passage: Passage, sentence: Sentence): readonly Duty[] => {
  const cadences = cadencesIn(passage.text, sentence.start, sentence.end)
  if (cadences.length === 0) return []
  const clauses = clausesOf(passage.text, sentence.start, sentence.end)
  const seen = new Set<string>()
  return cadences.flatMap(cadence => {
    const span = spanOf(passage, sentence, clauses, cadence)
    const text = wordsOf(passage.text, span)
    const key = `${cadence.per} ${span.start}`
    if (notRhythm.test(passage.text.slice(cadence.start, cadence.end + 3)) || openEnded.test(text) || seen.has(key))
      return []
    seen.add(key)
    const subject = readSubject(passage.text, sentence.start, sentence.end)
    return [{ text, every: { per: cadence.per, times: cadence.times, at: cadence.at }, to: subject?.names ?? [], span }]
  })
}

/** Recurring work with a stated frequency; `经常` and `定期` state none. */
export const readDuties = (passage: Passage): readonly Duty[] => passage.sentences.flatMap(s => inSentence(passage, s))
