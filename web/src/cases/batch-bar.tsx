import type { CaseRow } from '@luoshi/contract/cases'
import type { Action } from '@luoshi/rules/action'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { api, orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { offers } from '../ui/session.ts'
import { useNotify } from '../ui/use-notify.ts'
import { casePageWords } from './case-page-words.ts'
import styles from './cases.module.css'
import { mayDismiss } from './next-act.ts'
import { NoticeDialog } from './notice-dialog.tsx'
import { UnitChoice } from './unit-choice.tsx'
import { caseWords } from './words.ts'

type Props = {
  readonly rows: readonly CaseRow[]
  readonly shown: number
  readonly onAll: () => void
  readonly onNone: () => void
}

type Step = 'assign' | 'accept' | 'close' | 'dismiss'
type Refused = { readonly id: string; readonly words: string }

const needed: Readonly<Record<Exclude<Step, 'dismiss'>, Action>> = {
  assign: 'case.assign',
  accept: 'case.accept',
  close: 'case.close',
}

/** One step for all that are chosen. What could not be done is said, each for itself. */
export const BatchBar = ({ rows, shown, onAll, onNone }: Props) => {
  const t = useWords(caseWords)
  const page = useWords(casePageWords)
  const notify = useNotify()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [asking, setAsking] = useState<'assign' | 'dismiss' | 'notice' | null>(null)
  const [unitId, setUnitId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState<readonly Refused[]>([])
  const run = async (step: Step, given: { readonly unitId?: string | null; readonly reason?: string } = {}) => {
    setBusy(true)
    try {
      const answers = await api.cases.batch({ step, cases: rows.map(({ id, version }) => ({ id, version })), ...given })
      const left = answers.flatMap(({ id, problem }) => (problem ? [{ id, words: problem.detail }] : []))
      const done = answers.length - left.length
      notify.done(left.length === 0 ? t('batchDone', { done }) : t('batchPart', { done, left: left.length }))
      setRefused(left)
      setAsking(null)
      onNone()
      void client.invalidateQueries({ queryKey: orpc.cases.key() })
      void client.invalidateQueries({ queryKey: orpc.today.key() })
    } catch (thrown) {
      notify.refused(thrown)
    } finally {
      setBusy(false)
    }
  }
  const may = (step: keyof typeof needed) => rows.every(row => offers(row, needed[step]))
  const oneUnit = new Set(rows.map(({ unit }) => unit.id)).size === 1
  const tellable =
    oneUnit && rows.every(({ state }) => state === 'assigned' || state === 'accepted' || state === 'in-hand')
  if (rows.length === 0)
    return (
      <div className={styles.batch} data-empty>
        <Button size="small" type="text" onClick={onAll}>
          {t('chooseAll')} {shown}
        </Button>
        {refused.length > 0 && (
          <p role="alert">
            {t('batchWhy')}：{[...new Set(refused.map(({ words }) => words))].join(' ')}
          </p>
        )}
      </div>
    )
  return (
    <div className={styles.batch}>
      <b>{t('chosen', { count: rows.length })}</b>
      {may('accept') && (
        <Button loading={busy} onClick={() => void run('accept')}>
          {t('batch_accept')}
        </Button>
      )}
      {may('close') && (
        <Button loading={busy} onClick={() => void run('close')}>
          {t('batch_close')}
        </Button>
      )}
      {may('assign') && rows.every(({ point }) => point !== null) && (
        <Button loading={busy} onClick={() => void run('assign')}>
          {t('batch_assign')}
        </Button>
      )}
      {may('assign') && <Button onClick={() => setAsking('assign')}>{t('batch_assignTo')}</Button>}
      {may('assign') && tellable && <Button onClick={() => setAsking('notice')}>{t('batch_notice')}</Button>}
      {rows.every(mayDismiss) && (
        <Button type="text" onClick={() => setAsking('dismiss')}>
          {t('batch_dismiss')}
        </Button>
      )}
      <Button type="text" onClick={onNone}>
        {t('unchoose')}
      </Button>
      {asking === 'notice' && rows[0] && (
        <NoticeDialog unit={rows[0].unit} cases={rows} onClose={() => setAsking(null)} onIssued={onNone} />
      )}
      <Modal
        open={asking === 'assign'}
        title={page('assignTitle')}
        okText={page('assign')}
        cancelText={page('cancel')}
        okButtonProps={{ disabled: unitId === null, loading: busy }}
        onOk={() => void run('assign', { unitId })}
        onCancel={() => setAsking(null)}
      >
        <UnitChoice value={unitId} onChange={setUnitId} />
      </Modal>
      <Modal
        open={asking === 'dismiss'}
        title={page('dismissTitle')}
        okText={page('dismiss')}
        cancelText={page('cancel')}
        okButtonProps={{ disabled: reason.trim().length < 2, loading: busy }}
        onOk={() => void run('dismiss', { reason: reason.trim() })}
        onCancel={() => setAsking(null)}
      >
        <Input.TextArea
          value={reason}
          placeholder={t('batchReason')}
          aria-label={t('batchReason')}
          onChange={event => setReason(event.target.value)}
        />
      </Modal>
    </div>
  )
}
