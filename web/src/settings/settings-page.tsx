import { Link, useParams } from '@tanstack/react-router'
import { type ComponentType, useEffect, useRef } from 'react'
import { useWords } from '../ui/i18n.ts'
import { Page } from '../ui/page.tsx'
import { useMay } from '../ui/session.ts'
import { AccountPart } from './account-part.tsx'
import { CalendarLinkPart } from './calendar-link-part.tsx'
import { ChannelsPart } from './channels-part.tsx'
import { KeysPart } from './keys-part.tsx'
import { SessionsPart } from './sessions-part.tsx'
import styles from './settings.module.css'
import { settingsWords } from './words.ts'
import { WorkingCalendarPart } from './working-calendar-part.tsx'

const parts = {
  account: AccountPart,
  sessions: SessionsPart,
  channels: ChannelsPart,
  'calendar-link': CalendarLinkPart,
  keys: KeysPart,
  'working-calendar': WorkingCalendarPart,
} as const satisfies Record<string, ComponentType>

type PartName = keyof typeof parts

const isPart = (name: string | undefined): name is PartName => name !== undefined && Object.hasOwn(parts, name)

/** Everything that is one's own to set, a part at a time. */
export const SettingsPage = () => {
  const t = useWords(settingsWords)
  const may = useMay()
  const { part } = useParams({ strict: false })
  const name: PartName = isPart(part) ? part : 'account'
  const Part = parts[name]
  const names: readonly PartName[] = [
    'account',
    'sessions',
    'channels',
    'calendar-link',
    ...(may('api-key.manage') ? (['keys'] as const) : []),
    'working-calendar',
  ]
  const nav = useRef<HTMLElement>(null)
  // On a phone the parts are a row that scrolls: the open one is brought into it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another part is opened
  useEffect(() => {
    nav.current?.querySelector('[aria-current=page]')?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [name])
  return (
    <Page title={t(`part.${name}`)} heading={t('title')}>
      <div className={styles.desk}>
        <nav ref={nav} className={styles.nav} aria-label={t('parts')}>
          {names.map(each => (
            <Link
              key={each}
              to="/settings/$part"
              params={{ part: each }}
              aria-current={each === name ? 'page' : undefined}
            >
              {t(`part.${each}`)}
            </Link>
          ))}
        </nav>
        <div className={styles.part}>
          <h2>{t(`part.${name}`)}</h2>
          <Part />
        </div>
      </div>
    </Page>
  )
}
