import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { DutiesTab } from '../duties/duties-tab.tsx'
import { IndicatorsTab } from '../indicators/indicators-tab.tsx'
import { LedgerTab } from '../ledger/ledger-tab.tsx'
import { useWide } from '../review/use-wide.ts'
import { ChecklistsTab } from '../standards/checklists-tab.tsx'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { Page } from '../ui/page.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useMay } from '../ui/session.ts'
import { Tag } from '../ui/tag.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { BodiesTab } from './bodies-tab.tsx'
import { BudgetTab } from './budget-tab.tsx'
import { countdownWords } from './countdown-words.ts'
import { DocumentsTab } from './documents-tab.tsx'
import { OverviewTab } from './overview-tab.tsx'
import { mayChange, ProgrammeActs } from './programme-acts.tsx'
import styles from './programme-page.module.css'
import { TasksTab } from './tasks-tab.tsx'
import { WallTab } from './wall-tab.tsx'
import { programmeWords } from './words.ts'

const tabs = [
  'overview',
  'wall',
  'tasks',
  'duties',
  'indicators',
  'standards',
  'ledger',
  'bodies',
  'budget',
  'documents',
] as const
type Tab = (typeof tabs)[number]

/** A programme: one honest page, and everything it is made of. */
export const ProgrammePage = () => {
  const t = useWords(programmeWords)
  const may = useMay()
  const wide = useWide(721)
  const { programmeId = '', tab: asked } = useParams({ strict: false })
  const tab = tabs.find(one => one === asked) ?? 'overview'
  const overview = useQuery(orpc.programmes.overview.queryOptions({ input: { id: programmeId } }))
  if (overview.isError)
    return (
      <Page title={t('title')}>
        <ProblemNotice problem={overview.error} onRetry={overview.refetch} />
      </Page>
    )
  if (!overview.data)
    return (
      <Page title={t('title')} heading="…">
        <Waiting rows={10} />
      </Page>
    )
  const programme = overview.data
  const shown = (nav: HTMLElement | null) => {
    const now = nav?.querySelector<HTMLElement>('[aria-current=page]')
    if (nav && now) nav.scrollLeft = now.offsetLeft - nav.offsetLeft - (nav.clientWidth - now.offsetWidth) / 2
  }
  const { countdown, startsOn, endsOn, unit, status } = programme
  const acts = mayChange(programme) && (wide || tab === 'overview')
  return (
    <Page
      width={tab === 'wall' ? 'wide' : 'normal'}
      title={programme.title}
      sub={
        <span className={styles.sub}>
          <span>{unit.name}</span>
          <span>{startsOn || endsOn ? t('dates', { from: startsOn ?? '…', to: endsOn ?? '…' }) : t('openDates')}</span>
          {status !== 'running' && <Tag>{t(`status_${status}`)}</Tag>}
          {countdown && (
            <b title={countdown.on} className={countdown.days <= 7 ? styles.near : undefined}>
              {countdownWords(countdown, t)}
            </b>
          )}
        </span>
      }
      {...(acts && { acts: <ProgrammeActs programme={programme} /> })}
    >
      <nav ref={shown} className={styles.tabs} aria-label={t('tabs')}>
        {tabs
          .filter(one => one !== 'budget' || may('budget.read'))
          .map(one => (
            <Link
              key={one}
              to="/programmes/$programmeId/$tab"
              params={{ programmeId, tab: one }}
              aria-current={one === tab ? 'page' : undefined}
            >
              {t(`tab_${one}`)}
            </Link>
          ))}
      </nav>
      <Part tab={tab} programme={programme} />
    </Page>
  )
}

const Part = ({ tab, programme }: { readonly tab: Tab } & Parameters<typeof OverviewTab>[0]) => {
  switch (tab) {
    case 'overview':
      return <OverviewTab programme={programme} />
    case 'wall':
      return <WallTab programme={programme} />
    case 'tasks':
      return <TasksTab programme={programme} />
    case 'duties':
      return <DutiesTab programmeId={programme.id} />
    case 'indicators':
      return <IndicatorsTab programmeId={programme.id} />
    case 'ledger':
      return <LedgerTab programmeId={programme.id} />
    case 'standards':
      return <ChecklistsTab programmeId={programme.id} />
    case 'bodies':
      return <BodiesTab programmeId={programme.id} />
    case 'budget':
      return <BudgetTab programmeId={programme.id} />
    case 'documents':
      return <DocumentsTab programmeId={programme.id} />
  }
}
