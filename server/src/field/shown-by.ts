import type { PhotoShown } from '../evidence/await-photos.ts'

/** Photos that an entry names, each once, as showing one thing. */
export const shownBy = (
  photos: readonly string[],
  subject: PhotoShown['subject'],
  unitId: string | null,
): readonly PhotoShown[] => [...new Set(photos)].map(evidenceId => ({ evidenceId, subject, unitId }))
