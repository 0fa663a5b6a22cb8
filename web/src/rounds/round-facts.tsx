import type { RoundDetail } from '@luoshi/contract/rounds'
import { Link } from '@tanstack/react-router'
import { dayWord } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { useMe } from '../ui/session.ts'
import { uiWords } from '../ui/words.ts'
import styles from './rounds.module.css'
import { roundWords } from './words.ts'

/** Who runs it, when, where, and the duty it comes from. */
export const RoundFacts = ({ round }: { readonly round: RoundDetail }) => {
  const t = useWords(roundWords)
  const said = useWords(uiWords)
  const { today } = useMe().tenant
  const { unit, startsOn, endsOn, within, pointTypes, programme, duty, createdBy } = round
  return (
    <section>
      <h2>{t('facts')}</h2>
      <dl className={styles.facts}>
        <dt>{t('runBy')}</dt>
        <dd>
          {unit.name} <small>{t('prepared', { name: createdBy.name })}</small>
        </dd>
        <dt>{t('when')}</dt>
        <dd title={`${startsOn} – ${endsOn}`}>
          {t('dates', { from: dayWord(said, startsOn, today), to: dayWord(said, endsOn, today) })}
        </dd>
        {within.length > 0 ? (
          <>
            <dt>{t('where')}</dt>
            <dd>{within.map(({ name }) => name).join('、')}</dd>
            <dt>{t('types')}</dt>
            <dd>{pointTypes.join('、')}</dd>
          </>
        ) : null}
        {programme ? (
          <>
            <dt>{t('from')}</dt>
            <dd>
              <Link
                to="/programmes/$programmeId/$tab"
                params={{ programmeId: programme.id, tab: 'duties' }}
                search={duty ? { duty: duty.id } : {}}
              >
                {duty ? t('fromDuty', { programme: programme.title, duty: duty.text }) : programme.title}
              </Link>
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  )
}
