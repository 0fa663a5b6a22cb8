import type { CaseDetail } from '@luoshi/contract/cases'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { offers, useMe } from '../ui/session.ts'
import { type Shortcut, useShortcuts } from '../ui/shortcuts.ts'
import styles from './case.module.css'
import { CaseForm } from './case-form.tsx'
import { casePageWords } from './case-page-words.ts'
import { type CaseDoing, doingsFor, nextOf } from './next-act.ts'
import { NoticeDialog } from './notice-dialog.tsx'
import { useCaseAct } from './use-case-act.ts'
import { caseWords } from './words.ts'

type Props = { readonly one: CaseDetail; readonly begun: string | undefined }

const words = {
  accept: 'accept',
  assign: 'assign',
  refuse: 'refuse',
  start: 'start',
  submit: 'submit',
  pass: 'recheckPass',
  fail: 'recheckFail',
  close: 'close',
  dismiss: 'dismiss',
  merge: 'merge',
  list: 'list',
  escalate: 'escalate',
  extend: 'extend',
  issue: 'issue',
  comment: 'comment',
} as const satisfies Record<CaseDoing, keyof (typeof casePageWords)['zh']>

const shown: readonly CaseDoing[] = ['accept', 'submit', 'pass', 'fail', 'close', 'assign', 'issue']

/** The one clear next thing, and quietly under it what else one may do; each has its key. */
export const CaseActs = ({ one, begun }: Props) => {
  const t = useWords(casePageWords)
  const doings = doingsFor(one)
  const [doing, setDoing] = useState<CaseDoing | null>(
    doings.find(name => name === begun && name !== 'accept' && name !== 'start') ?? null,
  )
  const { busy, act } = useCaseAct(one.id)
  const { id, version } = one
  const begin = (wanted: CaseDoing) => {
    if (wanted === 'accept') void act(t('done_accept'), () => api.cases.accept({ id, version }))
    else if (wanted === 'start') void act(t('done_start'), () => api.cases.start({ id, version }))
    else setDoing(wanted)
  }
  useActKeys(one, doings, begin)
  const close = () => setDoing(null)
  if (doing === 'accept' || doing === 'start') return null
  if (doing === 'issue') return <NoticeDialog unit={one.unit} cases={[one]} onClose={close} />
  if (doing !== null) return <CaseForm one={one} doing={doing} busy={busy} act={act} onClose={close} />
  const next = nextOf(one)
  const label = (name: CaseDoing) =>
    t(name === 'assign' && one.state !== 'found' && one.state !== 'refused' ? 'reassign' : words[name])
  return (
    <section className={styles.next} aria-label={t('next')}>
      <Waits one={one} next={next} />
      <div className={styles.acts}>
        {doings
          .filter(name => shown.includes(name))
          .map(name => (
            <Button
              key={name}
              size="large"
              type={name === next ? 'primary' : 'default'}
              loading={busy}
              onClick={() => begin(name)}
            >
              {label(name)}
            </Button>
          ))}
        {doings
          .filter(name => !shown.includes(name))
          .map(name => (
            <Button key={name} type="text" disabled={busy} onClick={() => begin(name)}>
              {label(name)}
            </Button>
          ))}
        {offers(one, 'case.open') || offers(one, 'case.list') ? (
          <Button type="text" onClick={() => begin('comment')}>
            {t('comment')}
          </Button>
        ) : null}
      </div>
    </section>
  )
}

/** What is waited for, where the reader has nothing to do. */
const Waits = ({ one, next }: { readonly one: CaseDetail; readonly next: CaseDoing | null }) => {
  const t = useWords(casePageWords)
  const me = useMe()
  if (next === 'accept') return <p className={styles.soft}>{t('acceptHint')}</p>
  if (next !== null) return null
  const rectified = one.events.some(({ kind, who }) => kind === 'submit' && who?.id === me.person.id)
  const looksAgain = one.state === 'submitted' || one.state === 'rechecked'
  if (looksAgain && rectified) return <p className={styles.soft}>{t('ownRectification')}</p>
  switch (one.state) {
    case 'found':
    case 'refused':
      return <p className={styles.soft}>{t('waitsOffice', { office: one.office.name })}</p>
    case 'submitted':
      return <p className={styles.soft}>{t('waitsRecheck')}</p>
    case 'rechecked':
      return <p className={styles.soft}>{t('waitsClose', { office: one.office.name })}</p>
    case 'closed':
    case 'dismissed':
      return <p className={styles.soft}>{t('over')}</p>
    case 'merged':
      return one.mergedInto ? (
        <Link to="/cases/$caseId" params={{ caseId: one.mergedInto.id }}>
          {t('mergedInto', { number: one.mergedInto.number })}
        </Link>
      ) : null
    default:
      return <p className={styles.soft}>{t('waitsUnit', { unit: one.unit.name })}</p>
  }
}

type ActKey = {
  readonly keys: string
  readonly doings: readonly CaseDoing[]
  readonly word: `key_${'accept' | 'submit' | 'recheck' | 'close' | 'extend' | 'list' | 'notice'}`
}

const keysOf: readonly ActKey[] = [
  { keys: 'a', doings: ['accept', 'assign'], word: 'key_accept' },
  { keys: 's', doings: ['submit'], word: 'key_submit' },
  { keys: 'r', doings: ['pass'], word: 'key_recheck' },
  { keys: 'c', doings: ['close'], word: 'key_close' },
  { keys: 'e', doings: ['extend'], word: 'key_extend' },
  { keys: 'l', doings: ['list'], word: 'key_list' },
  { keys: 'i', doings: ['issue'], word: 'key_notice' },
]

const useActKeys = (one: CaseDetail, doings: readonly CaseDoing[], begin: (doing: CaseDoing) => void): void => {
  const t = useWords(caseWords)
  const group = one.number
  useShortcuts([
    ...keysOf.flatMap(({ keys, doings: names, word }): Shortcut[] => {
      const name = names.find(wanted => doings.includes(wanted))
      return name ? [{ keys, label: t(word), group, run: () => begin(name) }] : []
    }),
    { keys: 'm', label: t('key_comment'), group, run: () => begin('comment') },
    { keys: 'u', label: t('key_back'), group, run: () => history.back() },
  ])
}
