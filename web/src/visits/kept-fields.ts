import type { EntryWritten } from '@luoshi/contract/field'
import { exactWords } from '../ui/date-words.ts'
import type { Say } from '../ui/i18n.ts'
import type { visitWords } from './words.ts'

/** What the ids in an entry are called, as far as the reader may know. */
export type KeptNames = {
  readonly point: string | null
  readonly case: string | null
  readonly criteria: ReadonlyMap<string, string>
}

export type KeptField = { readonly name: string; readonly value: string }

type Words = Say<typeof visitWords>
type Written<K extends EntryWritten['kind']> = Extract<EntryWritten, { readonly kind: K }>

/** What a phone wrote, as names and values in the order in which they were written; what was left empty is left out. */
export const keptFields = (entry: EntryWritten, names: KeptNames, t: Words): readonly KeptField[] =>
  allOf(entry, names, t).filter(({ value }) => value !== '')

const allOf = (entry: EntryWritten, names: KeptNames, t: Words): readonly KeptField[] => {
  switch (entry.kind) {
    case 'visit':
      return visitFields(entry.visit, names, t)
    case 'finding':
      return findingFields(entry.finding, names, t)
    case 'occurrence':
      return [
        { name: t('field.doneAt'), value: exactWords(entry.occurrence.doneAt) },
        { name: t('field.note'), value: entry.occurrence.note },
        { name: t('photos'), value: photosWords(t, entry.occurrence.photos) },
      ]
    case 'case-step':
      return stepFields(entry.step, names, t)
  }
}

const visitFields = (visit: Written<'visit'>['visit'], names: KeptNames, t: Words): readonly KeptField[] => {
  const seen = visit.observations.map(({ criterionId, grade, exception, note, photos }, index) => ({
    name: names.criteria.get(criterionId) ?? t('field.criterion', { at: index + 1 }),
    value: [
      t(`grade.${grade}`),
      exception === null ? '' : t('exception', { text: exception }),
      note,
      photosWords(t, photos),
    ]
      .filter(part => part !== '')
      .join(' · '),
  }))
  return [
    { name: t('col.point'), value: names.point ?? t('field.unknown') },
    { name: t('round'), value: visit.roundId === null ? t('patrol') : t('field.drawn') },
    { name: t('started'), value: exactWords(visit.startedAt) },
    { name: t('finished'), value: visit.finishedAt === null ? t('unfinished') : exactWords(visit.finishedAt) },
    ...seen,
    { name: t('note'), value: visit.note },
  ]
}

const findingFields = (finding: Written<'finding'>['finding'], names: KeptNames, t: Words): readonly KeptField[] => {
  const { text, severity, pointId, place, position, foundAt, photos } = finding
  return [
    { name: t('field.text'), value: text },
    { name: t('field.severity'), value: severity === null ? '' : t(`severity.${severity}`) },
    { name: t('col.point'), value: pointId === null ? '' : (names.point ?? t('field.unknown')) },
    { name: t('field.place'), value: place },
    {
      name: t('field.position'),
      value: position === null ? '' : `${position.longitude.toFixed(5)}, ${position.latitude.toFixed(5)}`,
    },
    { name: t('field.foundAt'), value: exactWords(foundAt) },
    { name: t('photos'), value: photosWords(t, photos) },
  ]
}

const stepFields = (step: Written<'case-step'>['step'], names: KeptNames, t: Words): readonly KeptField[] => {
  const passed = step.passed === null ? '' : t(step.passed ? 'field.passed' : 'field.not-passed')
  return [
    { name: t('field.case'), value: names.case ?? t('field.unknown') },
    { name: t('field.step'), value: [t(`step.${step.step}`), passed].filter(part => part !== '').join(' · ') },
    { name: t('field.doneAt'), value: exactWords(step.doneAt) },
    { name: t('field.note'), value: step.note },
    { name: t('photos'), value: photosWords(t, step.photos) },
  ]
}

const photosWords = (t: Words, photos: readonly string[]): string =>
  photos.length === 0 ? '' : t('field.photos', { count: photos.length })
