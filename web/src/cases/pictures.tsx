import { ZoomInOutlined } from '@ant-design/icons'
import type { Evidence } from '@luoshi/contract/evidence'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { exactWords } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { useMay } from '../ui/session.ts'
import { useShortcuts } from '../ui/shortcuts.ts'
import styles from './case.module.css'
import { casePageWords } from './case-page-words.ts'
import { CoverDialog } from './cover-dialog.tsx'

type Props = { readonly before: readonly Evidence[]; readonly after: readonly Evidence[] }

const photosOf = (files: readonly Evidence[]) => files.filter(({ kind, url }) => kind === 'photo' && url !== null)

/** Before and after: beside each other, or one laid over the other and uncovered by hand. */
export const Pictures = ({ before, after }: Props) => {
  const t = useWords(casePageWords)
  const [over, setOver] = useState(false)
  const [shown, setShown] = useState<Evidence | null>(null)
  const [first, second] = [photosOf(before), photosOf(after)]
  const both = first.length > 0 && second.length > 0
  if (first.length === 0 && second.length === 0) return null
  return (
    <section className={styles.pictures}>
      {both && (
        <Segmented
          value={over ? 'over' : 'beside'}
          onChange={value => setOver(value === 'over')}
          options={[
            { value: 'beside', label: t('sideBySide') },
            { value: 'over', label: t('compare') },
          ]}
        />
      )}
      {over && first[0] && second[0] ? (
        <Compared one={first[0]} other={second[0]} />
      ) : (
        <div className={styles.pair} data-single={second.length === 0}>
          <Side title={t('before')} photos={first} none={t('noBefore')} onShow={setShown} />
          {(second.length > 0 || first.length > 0) && (
            <Side title={t('after')} photos={second} none={t('noAfter')} onShow={setShown} />
          )}
        </div>
      )}
      {shown && <Enlarged photo={shown} onClose={() => setShown(null)} />}
    </section>
  )
}

type SideProps = {
  readonly title: string
  readonly photos: readonly Evidence[]
  readonly none: string
  readonly onShow: (photo: Evidence) => void
}

const Side = ({ title, photos, none, onShow }: SideProps) => {
  const t = useWords(casePageWords)
  const [at, setAt] = useState(0)
  const photo = photos[Math.min(at, photos.length - 1)]
  return (
    <figure className={styles.picture}>
      {photo?.url ? (
        <button type="button" onClick={() => onShow(photo)} title={t('zoom')}>
          <img src={photo.url} alt={`${title} ${photo.name}`} />
          <ZoomInOutlined aria-hidden="true" />
        </button>
      ) : (
        <div className={styles.without}>{none}</div>
      )}
      <figcaption>
        <b>{title}</b>
        {photo && (
          <small title={exactWords(photo.addedAt)}>
            {photo.addedBy.name} {exactWords(photo.addedAt).slice(5)}
          </small>
        )}
        {photos.length > 1 && (
          <span>
            {photos.map(({ id }, index) => (
              <button
                key={id}
                type="button"
                aria-label={t('picture', { number: index + 1 })}
                aria-current={index === at}
                onClick={() => setAt(index)}
              >
                {index + 1}
              </button>
            ))}
          </span>
        )}
      </figcaption>
    </figure>
  )
}

const Compared = ({ one, other }: { readonly one: Evidence; readonly other: Evidence }) => {
  const t = useWords(casePageWords)
  const [share, setShare] = useState(50)
  return (
    <div className={styles.compared}>
      <img src={other.url ?? ''} alt={t('after')} />
      <img src={one.url ?? ''} alt={t('before')} style={{ clipPath: `inset(0 ${100 - share}% 0 0)` }} />
      <i aria-hidden="true" style={{ left: `${share}%` }} />
      <b aria-hidden="true">{t('before')}</b>
      <b aria-hidden="true">{t('after')}</b>
      <input
        type="range"
        min={0}
        max={100}
        value={share}
        aria-label={t('compare')}
        onChange={event => setShare(Number(event.target.value))}
      />
    </div>
  )
}

const Enlarged = ({ photo, onClose }: { readonly photo: Evidence; readonly onClose: () => void }) => {
  const t = useWords(casePageWords)
  const may = useMay()
  const [covering, setCovering] = useState(false)
  useShortcuts([{ keys: 'Escape', label: t('closeZoom'), group: t('zoom'), run: onClose }])
  return (
    <div className={styles.enlarged} role="dialog" aria-label={photo.name}>
      <button type="button" className={styles.whole} onClick={onClose} aria-label={t('closeZoom')}>
        <img src={photo.url ?? ''} alt={photo.name} />
      </button>
      <p>
        {photo.addedBy.name} {exactWords(photo.addedAt)}
        {may('case.assign') && (
          <Button size="small" onClick={() => setCovering(true)}>
            {t('cover')}
          </Button>
        )}
        <Button size="small" onClick={onClose}>
          {t('closeZoom')}
        </Button>
      </p>
      {covering && <CoverDialog photo={photo} onClose={() => setCovering(false)} />}
    </div>
  )
}
