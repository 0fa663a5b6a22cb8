import type { Grade } from './visit-score.ts'

/** What a standard asks of whoever looks at a criterion. */
export type Asked = {
  readonly id: string
  readonly exceptions: readonly string[]
  readonly photo: 'none' | 'optional' | 'required'
}

/** What was said of a criterion, as far as it can lack something. */
export type Said = {
  readonly criterionId: string
  readonly grade: Grade
  readonly exception: string | null
  readonly note: string
  readonly photos: readonly string[]
  readonly photosDropped: readonly string[]
}

/**
 * What stands between a word and its counting: nobody graded the criterion, it conforms by an exception that the standard does not
 * know, or by one that nothing is said of. A photo that the standard asks for is lacking too, but the word counts without it.
 */
export type Lack = 'grade' | 'exception' | 'note' | 'photo'

/** Whether a word counts, though a photo be lacking. */
export const isCounted = (lack: Lack | null): boolean => lack === null || lack === 'photo'

export const lackOf = (asked: Asked, said: Said | undefined): Lack | null => {
  if (said === undefined) return 'grade'
  if (said.exception !== null && said.grade === 'conforms') {
    if (!asked.exceptions.includes(said.exception)) return 'exception'
    if (said.note.trim() === '') return 'note'
  }
  return asked.photo === 'required' && said.grade === 'fails' && !hasPhoto(said) ? 'photo' : null
}

const hasPhoto = ({ photos, photosDropped }: Said): boolean => photos.some(photo => !photosDropped.includes(photo))

export type VisitLacks = {
  /** Criteria that nothing which counts was said of: while there are any, the visit is not whole. */
  readonly words: number
  /** Failed criteria without the photo that the standard asks for. */
  readonly photos: number
}

export const lacksOf = (asked: readonly Asked[], said: readonly Said[]): VisitLacks => {
  const words = new Map(said.map(one => [one.criterionId, one]))
  const lacks = asked.flatMap(one => lackOf(one, words.get(one.id)) ?? [])
  const photos = lacks.filter(lack => lack === 'photo').length
  return { words: lacks.length - photos, photos }
}
