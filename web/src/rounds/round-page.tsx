import type { RoundDetail } from '@luoshi/contract/rounds'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { orpc } from '../ui/api.ts'
import { AskedPage } from '../ui/asked-page.tsx'
import { useWords } from '../ui/i18n.ts'
import { Page } from '../ui/page.tsx'
import { Ceremony } from './ceremony.tsx'
import { DrawnList } from './drawn-list.tsx'
import { Results } from './results.tsx'
import { RoundActs } from './round-acts.tsx'
import { RoundFacts } from './round-facts.tsx'
import { RoundPeople } from './round-people.tsx'
import { RoundState } from './round-state.tsx'
import styles from './rounds.module.css'
import { SampleTable } from './sample-table.tsx'
import { useRoundAct } from './use-round-act.ts'
import { VisitBar } from './visit-bar.tsx'
import { roundWords } from './words.ts'

const route = getRouteApi('/shell/rounds/$roundId')

/** One round: its draw as a small ceremony, its visits as they come in, what it found once it is over. */
export const RoundPage = () => {
  const t = useWords(roundWords)
  const { roundId } = route.useParams()
  const asked = useQuery(orpc.rounds.get.queryOptions({ input: { id: roundId }, refetchInterval: 60_000 }))
  return (
    <AskedPage asked={asked} title={t('title')}>
      {round => <Detail round={round} />}
    </AskedPage>
  )
}

const Detail = ({ round }: { readonly round: RoundDetail }) => {
  const t = useWords(roundWords)
  const acting = useRoundAct(round.id)
  const isUnderWay = round.state === 'drawn' || round.state === 'ended'
  // The draw stands first until somebody has been somewhere; then what was seen does.
  const isFresh =
    round.state === 'draft' || round.state === 'committed' || (round.state === 'drawn' && isUntouched(round))
  return (
    <Page
      title={round.title}
      sub={
        <span className={styles.sub}>
          <RoundState round={round} />
          {isUnderWay ? <VisitBar round={round} /> : null}
          {round.failing > 0 ? <span className={styles.late}>{t('failing', { count: round.failing })}</span> : null}
        </span>
      }
      acts={<RoundActs round={round} acting={acting} />}
    >
      {round.cancelReason === null ? null : (
        <p className={styles.notice}>{t('cancelledFor', { reason: round.cancelReason })}</p>
      )}
      {round.secret && round.state === 'drawn' ? <p className={styles.notice}>{t('heldBack')}</p> : null}
      <div className={styles.columns}>
        <div className={styles.main}>
          {round.state === 'ended' ? <Results roundId={round.id} /> : null}
          {isFresh ? <Ceremony round={round} acting={acting} /> : null}
          {round.drawn.length > 0 ? <DrawnList round={round} /> : null}
          {!isFresh && round.proof !== null ? <Ceremony round={round} acting={acting} /> : null}
        </div>
        <aside className={styles.side}>
          <RoundFacts round={round} />
          {round.strata.length > 0 ? (
            <section>
              <h2>{t('sample')}</h2>
              <SampleTable strata={round.strata} overall={round.overall} narrow />
            </section>
          ) : null}
          <RoundPeople round={round} acting={acting} />
        </aside>
      </div>
    </Page>
  )
}

const isUntouched = ({ drawn }: RoundDetail): boolean => drawn.every(({ visits }) => visits.length === 0)
