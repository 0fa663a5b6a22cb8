import type { CaseRow } from '@luoshi/contract/cases'
import { useQueryClient } from '@tanstack/react-query'
import { DatePicker, Modal } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { api, orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { useMe } from '../ui/session.ts'
import { useNotify } from '../ui/use-notify.ts'
import { casePageWords } from './case-page-words.ts'
import styles from './cases.module.css'
import { lastDayOf, usualDayOf } from './notice-day.ts'

type Props = {
  readonly unit: CaseRow['unit']
  readonly cases: readonly Pick<CaseRow, 'id' | 'number' | 'title' | 'dueAt'>[]
  readonly onClose: () => void
  readonly onIssued?: () => void
}

/** 整改通知书: one to the unit, for these cases, with a day. */
export const NoticeDialog = ({ unit, cases, onClose, onIssued }: Props) => {
  const t = useWords(casePageWords)
  const notify = useNotify()
  const client = useQueryClient()
  const { today, now } = useMe().tenant
  const last = lastDayOf(cases, now)
  const [due, setDue] = useState<Dayjs>(dayjs(usualDayOf(cases, now)))
  const [busy, setBusy] = useState(false)
  const issue = async () => {
    setBusy(true)
    try {
      const caseIds = cases.map(({ id }) => id)
      const notice = await api.cases.issueNotice({ unitId: unit.id, caseIds, dueOn: due.format('YYYY-MM-DD') })
      notify.done(t('issued', { number: notice.number }))
      void client.invalidateQueries({ queryKey: orpc.cases.key() })
      onIssued?.()
      onClose()
    } catch (thrown) {
      notify.refused(thrown)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t('issueTitle')}
      okText={t('issue')}
      cancelText={t('cancel')}
      okButtonProps={{ loading: busy }}
      onOk={() => void issue()}
      onCancel={onClose}
    >
      <div className={styles.dialog}>
        <p>{t('issueHint', { unit: unit.name })}</p>
        <ol>
          {cases.map(({ id, number, title }) => (
            <li key={id}>
              {title} <small>{number}</small>
            </li>
          ))}
        </ol>
        <label htmlFor="notice-due">
          {t('issueDue')}
          <DatePicker
            id="notice-due"
            value={due}
            minDate={dayjs(today)}
            {...(last !== null && { maxDate: dayjs(last) })}
            allowClear={false}
            onChange={day => day && setDue(day)}
          />
        </label>
      </div>
    </Modal>
  )
}
