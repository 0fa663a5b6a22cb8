import { useLive } from '../offline/use-live.ts'
import { useField } from './field-context.tsx'
import type { KeptPhoto } from './photo-strip.tsx'

/** The photos by these ids, with their bytes where they are still on the phone. */
export const usePhotos = (ids: readonly string[]): readonly KeptPhoto[] => {
  const { outbox } = useField()
  const found = useLive(`photos ${ids.join(' ')}`, () => outbox.pictures.bulkGet([...ids]))
  return ids.map((id, place) => ({ id, blob: found?.[place]?.bytes ?? null }))
}
