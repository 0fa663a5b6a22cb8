import { useMemo } from 'react'
import { useWords } from '../ui/i18n.ts'
import styles from './field.module.css'
import { usePoints } from './readings.ts'
import { fieldWords } from './words.ts'

type Place = { readonly place: string; readonly pointId: string | null }
type PlaceFieldProps = Place & { readonly onChange: (place: Place) => void }

const mostOffered = 6

/** Where it is, in words; the points whose name or address the words meet are offered to be chosen. */
export const PlaceField = ({ place, pointId, onChange }: PlaceFieldProps) => {
  const t = useWords(fieldWords)
  const points = usePoints()
  const offered = useMemo(() => {
    const sought = place.trim()
    if (sought === '' || points === undefined) return []
    return points.filter(({ name, address }) => name.includes(sought) || address.includes(sought)).slice(0, mostOffered)
  }, [place, points])
  return (
    <>
      <label className={styles.field}>
        {t('report.where')}
        <input
          value={place}
          placeholder={t('report.where.hint')}
          onChange={event => onChange({ place: event.target.value, pointId: null })}
        />
      </label>
      {offered.length === 0 ? null : (
        <div className={styles.chips}>
          {offered.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              className={styles.chip}
              aria-pressed={pointId === id}
              onClick={() => onChange(pointId === id ? { place, pointId: null } : { place: name, pointId: id })}
            >
              {name}
            </button>
          ))}
        </div>
      )}
    </>
  )
}
