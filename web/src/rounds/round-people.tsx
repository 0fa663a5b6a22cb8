import type { RoundDetail } from '@luoshi/contract/rounds'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import styles from './rounds.module.css'
import type { RoundAct } from './use-round-act.ts'
import { roundWords } from './words.ts'

type Person = RoundDetail['people'][number]

/** Who may be drawn, or who goes and how far they have come; who keeps apart from what; who was replaced. */
export const RoundPeople = ({ round, acting }: { readonly round: RoundDetail; readonly acting: RoundAct }) => {
  const t = useWords(roundWords)
  const [leaving, setLeaving] = useState<Person | null>(null)
  const { people, kind, barred, ties, withdrawals, inspectorsPerPoint, apartRounds, id, version } = round
  const mayReplace = round.actions.includes('round.replace')
  const gone = new Set(withdrawals.map(({ person }) => person.id))
  const isOwn = kind === 'self' || kind === 'patrol'
  if (people.length === 0) return null
  return (
    <section>
      <h2>
        {t('people')} <span className={styles.soft}>{people.length}</span>
      </h2>
      <ul className={styles.people}>
        {people.map(one => (
          <li key={one.person.id}>
            <span>
              {one.person.name} <small>{one.unit.name}</small>
            </span>
            {one.points > 0 ? <small>{t('peopleCount', { visited: one.visited, points: one.points })}</small> : null}
            {mayReplace && one.points > one.visited && !gone.has(one.person.id) ? (
              <Button size="small" type="text" onClick={() => setLeaving(one)}>
                {t('replace')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <div className={styles.rules}>
        <p>
          {t('perPoint', { count: inspectorsPerPoint })}
          {isOwn || apartRounds === 0 ? '' : ` · ${t('apart', { count: apartRounds })}`}
        </p>
        <p>{t(isOwn ? 'ownHome' : 'barredHome')}</p>
        {barred.home + barred.tie + barred.met > 0 ? <p>{t('barred', barred)}</p> : null}
        {ties.map(({ person, unit, reason }) => (
          <p key={person.id + unit.id}>{t('tie', { person: person.name, unit: unit.name, reason })}</p>
        ))}
        {withdrawals.map(({ person, reason }) => (
          <p key={person.id}>{t('withdrawn', { name: person.name, reason })}</p>
        ))}
      </div>
      {leaving === null ? null : (
        <ReasonDialog
          title={t('replaceTitle', { name: leaving.person.name })}
          what={t('replaceWhat')}
          hint={t('replaceReason')}
          go={t('replaceGo')}
          stay={t('close')}
          busy={acting.busy}
          onClose={() => setLeaving(null)}
          onGo={reason =>
            acting.act(t('replaced'), () => api.rounds.replace({ id, version, personId: leaving.person.id, reason }))
          }
        />
      )}
    </section>
  )
}
