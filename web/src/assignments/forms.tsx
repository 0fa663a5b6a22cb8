import type { AssignmentDetail } from '@luoshi/contract/assignments'
import { Button, DatePicker, Input, Slider } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { type ReactNode, useState } from 'react'
import { EvidencePicker } from '../evidence/evidence-picker.tsx'
import { api } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import styles from './assignment.module.css'
import type { useAssignmentAct } from './use-assignment-act.ts'
import { assignmentWords } from './words.ts'

type Props = {
  readonly assignment: AssignmentDetail
  readonly busy: boolean
  readonly act: ReturnType<typeof useAssignmentAct>['act']
  readonly onClose: () => void
}

type FrameProps = {
  readonly title: string
  readonly action: string
  readonly busy: boolean
  /** What is still missing; empty when it can be sent. */
  readonly missing?: string
  readonly onSend: () => Promise<boolean>
  readonly onClose: () => void
  readonly children: ReactNode
}

const Frame = ({ title, action, busy, missing = '', onSend, onClose, children }: FrameProps) => {
  const t = useWords(assignmentWords)
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        if (missing === '') void onSend().then(ok => ok && onClose())
      }}
    >
      <h2>{title}</h2>
      {children}
      <div className={styles.acts}>
        <Button type="primary" size="large" htmlType="submit" loading={busy} disabled={missing !== ''} title={missing}>
          {action}
        </Button>
        <Button size="large" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}

type NoteProps = {
  readonly words: string
  readonly onWords: (words: string) => void
  readonly hint: string
  readonly most?: number
}

const Note = ({ words, onWords, hint, most = 2000 }: NoteProps) => (
  <Input.TextArea
    value={words}
    maxLength={most}
    autoSize={{ minRows: 2, maxRows: 8 }}
    placeholder={hint}
    aria-label={hint}
    onChange={event => onWords(event.target.value)}
  />
)

const noted = (words: string) => (words.trim() === '' ? {} : { note: words.trim() })

/** How far it has come, in tenths. */
export const ProgressForm = ({ assignment: { id, version, progress: before }, act, ...frame }: Props) => {
  const t = useWords(assignmentWords)
  const [progress, setProgress] = useState(before)
  const [note, setNote] = useState('')
  const send = () => act(t('reported'), () => api.assignments.progress({ id, version, progress, ...noted(note) }))
  return (
    <Frame title={t('reportTo')} action={t('report')} onSend={send} {...frame}>
      <span className={styles.slider}>
        <Slider value={progress} step={10} min={0} max={100} onChange={setProgress} tooltip={{ open: false }} />
        <b>{t('percent', { percent: progress })}</b>
      </span>
      <Note words={note} onWords={setNote} hint={t('reportNote')} />
    </Frame>
  )
}

/** Hands it in, with photos and files where there are any. */
export const SubmitForm = ({ assignment: { id, version, unit }, act, ...frame }: Props) => {
  const t = useWords(assignmentWords)
  const [note, setNote] = useState('')
  const [chosen, setChosen] = useState<{ readonly evidenceIds: readonly string[]; readonly isBusy: boolean }>({
    evidenceIds: [],
    isBusy: false,
  })
  const evidenceIds = [...chosen.evidenceIds]
  const send = () => act(t('submitted'), () => api.assignments.submit({ id, version, evidenceIds, ...noted(note) }))
  return (
    <Frame
      title={t('submitTitle')}
      action={t('submit')}
      missing={chosen.isBusy ? t('submitBusy') : ''}
      onSend={send}
      {...frame}
    >
      <Note words={note} onWords={setNote} hint={t('submitNote')} />
      <p className={styles.soft}>{t('submitWhy')}</p>
      <EvidencePicker unitId={unit.id} onChange={setChosen} />
    </Frame>
  )
}

export const ConfirmForm = ({ assignment: { id, version }, act, ...frame }: Props) => {
  const t = useWords(assignmentWords)
  const [note, setNote] = useState('')
  const send = () => act(t('confirmed'), () => api.assignments.confirm({ id, version, ...noted(note) }))
  return (
    <Frame title={t('confirmTitle')} action={t('confirm')} onSend={send} {...frame}>
      <Note words={note} onWords={setNote} hint={t('confirmNote')} />
    </Frame>
  )
}

export const ReturnForm = ({ assignment: { id, version }, act, ...frame }: Props) => {
  const t = useWords(assignmentWords)
  const [reason, setReason] = useState('')
  const send = () => act(t('returned'), () => api.assignments.return({ id, version, reason: reason.trim() }))
  return (
    <Frame
      title={t('returnTitle')}
      action={t('return')}
      missing={reason.trim().length < 2 ? t('needReason') : ''}
      onSend={send}
      {...frame}
    >
      <Note words={reason} onWords={setReason} hint={t('returnReason')} most={1000} />
    </Frame>
  )
}

/** Asks for a later day, with the reason. */
export const ExtendForm = ({ assignment: { id, version, dueOn }, act, ...frame }: Props) => {
  const t = useWords(assignmentWords)
  const [until, setUntil] = useState<Dayjs | null>(null)
  const [reason, setReason] = useState('')
  const isReady = until !== null && reason.trim().length >= 2
  const send = () =>
    act(t('extendAsked'), () =>
      api.assignments.askExtension({
        id,
        version,
        until: until?.format('YYYY-MM-DD') ?? '',
        reason: reason.trim(),
      }),
    )
  return (
    <Frame
      title={t('extendTitle')}
      action={t('extend')}
      missing={isReady ? '' : t('needReason')}
      onSend={send}
      {...frame}
    >
      <DatePicker
        value={until}
        placeholder={t('extendUntil')}
        aria-label={t('extendUntil')}
        minDate={dayjs(dueOn ?? undefined).add(1, 'day')}
        onChange={setUntil}
      />
      <Note words={reason} onWords={setReason} hint={t('extendReason')} most={1000} />
    </Frame>
  )
}
