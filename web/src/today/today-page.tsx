import type { Today } from '@luoshi/contract/today'
import { localTime } from '@luoshi/rules/local-time'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../ui/api.ts'
import { calendarWord, weekdayWord } from '../ui/date-words.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useMay, useMe } from '../ui/session.ts'
import { Waiting } from '../ui/waiting.tsx'
import { uiWords } from '../ui/words.ts'
import { Countdowns } from './countdowns.tsx'
import { summary } from './summary.ts'
import { TodayLines } from './today-lines.tsx'
import { todayWords } from './words.ts'

/** What is due, what is late, what waits for me, what I wait for. */
export const TodayPage = () => {
  const t = useWords(todayWords)
  const said = useWords(uiWords)
  const { tenant } = useMe()
  const may = useMay()
  const { data, isPending, error, refetch } = useQuery(
    orpc.today.get.queryOptions({ refetchInterval: 120_000, refetchOnWindowFocus: true }),
  )
  const day = data?.day ?? localTime(tenant.now).date
  return (
    <Page
      title={t('title')}
      heading={t('day-heading', { weekday: weekdayWord(said, day), day: calendarWord(said, day, day) })}
      sub={data === undefined ? undefined : summary(t, data, may('assignment.submit') || may('occurrence.record'))}
      width="narrow"
    >
      {error === null ? null : <ProblemNotice problem={error} onRetry={refetch} />}
      {isPending ? <Waiting rows={8} /> : null}
      {data === undefined ? null : <Filled today={data} />}
    </Page>
  )
}

const Filled = ({ today }: { readonly today: Today }) => (
  <>
    <Countdowns today={today} />
    {isEmpty(today) ? <NothingToDo hasWork={today.counts.total > 0} /> : <TodayLines today={today} />}
  </>
)

const isEmpty = ({ late, today, decide, soon, waiting, plans, rounds, cases }: Today): boolean =>
  [late, today, decide, soon, waiting, plans, rounds, cases].every(list => list.length === 0)

/** Nothing near: what comes later is in the programmes. Nothing at all: how to begin. */
const NothingToDo = ({ hasWork }: { readonly hasWork: boolean }) => {
  const t = useWords(todayWords)
  const may = useMay()
  if (hasWork) {
    return (
      <EmptyState title={t('none.title')} act={<LinkButton to="/programmes">{t('none.programmes')}</LinkButton>}>
        {t('none.near')}
      </EmptyState>
    )
  }
  const mayImport = may('plan.import')
  const why = mayImport ? t('none.office') : may('plan.read') ? t('none.worker') : t('none.admin')
  return (
    <EmptyState
      title={t('none.title')}
      act={
        mayImport ? (
          <LinkButton to="/plans/new" primary>
            {t('none.import')}
          </LinkButton>
        ) : undefined
      }
    >
      {why}
    </EmptyState>
  )
}
