import type { AssignmentDetail } from '@luoshi/contract/assignments'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { offers } from '../ui/session.ts'
import styles from './assignment.module.css'
import { ConfirmForm, ExtendForm, ProgressForm, ReturnForm, SubmitForm } from './forms.tsx'
import { useAssignmentAct } from './use-assignment-act.ts'
import { assignmentWords } from './words.ts'

type Props = { readonly assignment: AssignmentDetail }
type Doing = 'progress' | 'submit' | 'confirm' | 'return' | 'extend'

/** The one clear next thing, and quietly beside it what else one may do. */
export const AssignmentActs = ({ assignment }: Props) => {
  const t = useWords(assignmentWords)
  const [doing, setDoing] = useState<Doing | null>(null)
  const { busy, act } = useAssignmentAct(assignment.id)
  const { id, version, state, dueOn } = assignment
  const may = (action: Parameters<typeof offers>[1]) => offers(assignment, action)
  const close = () => setDoing(null)
  const form = { assignment, busy, act, onClose: close }

  if (doing === 'progress') return <ProgressForm {...form} />
  if (doing === 'submit') return <SubmitForm {...form} />
  if (doing === 'confirm') return <ConfirmForm {...form} />
  if (doing === 'return') return <ReturnForm {...form} />
  if (doing === 'extend') return <ExtendForm {...form} />

  const accept = () => void act(t('accepted', { due: dueOn ?? '—' }), () => api.assignments.accept({ id, version }))
  const mayAccept = may('assignment.accept')
  const buttons = [
    mayAccept && (
      <Button key="accept" type="primary" size="large" loading={busy} onClick={accept}>
        {t('accept')}
      </Button>
    ),
    may('assignment.submit') && (
      <Button key="submit" type={mayAccept ? 'default' : 'primary'} size="large" onClick={() => setDoing('submit')}>
        {t('submit')}
      </Button>
    ),
    may('assignment.confirm') && (
      <Button key="confirm" type="primary" size="large" onClick={() => setDoing('confirm')}>
        {t('confirm')}
      </Button>
    ),
    may('assignment.return') && (
      <Button key="return" size="large" onClick={() => setDoing('return')}>
        {t('return')}
      </Button>
    ),
    may('assignment.progress') && (
      <Button key="progress" size="large" onClick={() => setDoing('progress')}>
        {t('report')}
      </Button>
    ),
    may('assignment.extend-request') && (
      <Button key="extend" size="large" type="text" onClick={() => setDoing('extend')}>
        {t('extend')}
      </Button>
    ),
  ].filter(Boolean)
  if (buttons.length === 0) {
    if (state === 'confirmed' || may('assignment.extend-decide')) return null
    return <p className={styles.soft}>{t(state === 'submitted' ? 'handedIn' : 'nothingToDo')}</p>
  }
  return (
    <div className={styles.acts}>
      {buttons}
      {mayAccept && <span className={styles.soft}>{t('acceptHint')}</span>}
    </div>
  )
}
