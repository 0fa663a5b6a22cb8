import type { DroppedLotShown, RoundDetail } from '@luoshi/contract/rounds'
import { Link } from '@tanstack/react-router'
import { exactWords, pastWords } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { useMe } from '../ui/session.ts'
import { uiWords } from '../ui/words.ts'
import styles from './ceremony.module.css'
import { drawWords } from './draw-words.ts'

/** Lots over the same points that were drawn and not followed: whoever reads the draw judges whether it was drawn until it suited. */
export const DroppedLots = ({ lots }: { readonly lots: RoundDetail['dropped'] }) => {
  const t = useWords(drawWords)
  if (lots.length === 0) return null
  return (
    <div className={styles.dropped}>
      <h4>{t('dropped', { count: lots.length })}</h4>
      {lots.map(lot => (
        <p key={`${lot.drawnAt} ${lot.title}`}>
          <Lot lot={lot} />
        </p>
      ))}
      <p className={styles.soft}>{t('droppedWhy')}</p>
    </div>
  )
}

const Lot = ({ lot }: { readonly lot: DroppedLotShown }) => {
  const t = useWords(drawWords)
  const said = useWords(uiWords)
  const { now } = useMe().tenant
  const { id, title, unit, drawnAt, droppedAt, reason, points, visited, isBound } = lot
  return (
    <>
      {id === null ? (
        title
      ) : (
        <Link to="/rounds/$roundId" params={{ roundId: id }}>
          {title}
        </Link>
      )}{' '}
      <span title={`${exactWords(drawnAt)} – ${exactWords(droppedAt)}`}>
        {t('droppedOf', { unit, when: pastWords(said, drawnAt, now), points, visited })}
        {reason === null ? t('droppedEnded') : t('droppedFor', { reason })}
        {isBound ? '' : t('droppedAfter')}
      </span>
    </>
  )
}
