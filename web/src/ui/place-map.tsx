import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useWords } from './i18n.ts'
import styles from './place-map.module.css'
import { type Place, type PlaceName, type Standing, standings, type Tiles, worstFirst } from './places.ts'
import { StandingMark } from './standing-mark.tsx'
import { Waiting } from './waiting.tsx'
import { uiWords } from './words.ts'

// The library is heavy: it comes with the first map, and no other page carries it.
const Ground = lazy(() => import('./ground-map.tsx').then(({ Ground: component }) => ({ default: component })))

const MOST = 300

type Props<T extends Place> = {
  /** For who does not see the map. */
  readonly label: string
  readonly places: readonly T[]
  readonly names: readonly PlaceName[]
  readonly tiles: Tiles
  /** How each standing is called. */
  readonly word: (status: Standing) => string
  /** The name of a place as a link to its page. */
  readonly link: (place: T) => ReactNode
  /** What else is told of it, in a few words. */
  readonly line: (place: T) => string
  readonly listTitle: string
  /** Said beside the legend: what the map leaves out. */
  readonly leftOut?: ReactNode
}

/** Where things are and how they stand; the same as a list for the keyboard and for a browser that draws no map. */
export const PlaceMap = <T extends Place>({ label, places, names, tiles, leftOut, ...shown }: Props<T>) => {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { word } = shown
  const picked = worstFirst(places.filter(({ id }) => chosen.includes(id)))
  return (
    <>
      <div className={styles.map}>
        <Suspense fallback={<Waiting rows={10} />}>
          <Ground label={label} places={places} names={names} tiles={tiles} onChoose={setChosen} />
        </Suspense>
        {picked.length === 0 ? null : <Chosen {...shown} places={picked} onClose={() => setChosen([])} />}
      </div>
      <p className={styles.legend}>
        {standings.map(status => (
          <span key={status} data-status={status}>
            <StandingMark status={status} /> {word(status)} {places.filter(place => place.status === status).length}
          </span>
        ))}
        {leftOut}
      </p>
      <List {...shown} places={places} />
    </>
  )
}

type ShownProps<T extends Place> = Pick<Props<T>, 'places' | 'word' | 'link' | 'line'>

const Chosen = <T extends Place>({
  places,
  word,
  link,
  line,
  onClose,
}: ShownProps<T> & { readonly onClose: () => void }) => {
  const t = useWords(uiWords)
  return (
    <section className={styles.chosen} aria-live="polite">
      <button type="button" aria-label={t('close')} onClick={onClose}>
        ×
      </button>
      <ul>
        {places.map(place => (
          <li key={place.id} data-status={place.status}>
            {link(place)}
            <small>
              <StandingMark status={place.status} /> {word(place.status)} · {line(place)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

const List = <T extends Place>({
  places,
  word,
  link,
  line,
  listTitle,
}: ShownProps<T> & Pick<Props<T>, 'listTitle'>) => {
  const t = useWords(uiWords)
  const shown = worstFirst(places).slice(0, MOST)
  return (
    <section className={styles.list}>
      <h2>{listTitle}</h2>
      <ul>
        {shown.map(place => (
          <li key={place.id} data-status={place.status}>
            <StandingMark status={place.status} />
            {link(place)}
            <small>
              {line(place)} · {word(place.status)}
            </small>
          </li>
        ))}
      </ul>
      {places.length > shown.length ? <p>{t('map.more', { count: places.length - shown.length })}</p> : null}
    </section>
  )
}
