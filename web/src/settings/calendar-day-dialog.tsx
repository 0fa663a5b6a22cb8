import { type PlainDate, weekdayOf } from '@luoshi/rules/plain-date'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { api, orpc } from '../ui/api.ts'
import { weekdayWord } from '../ui/date-words.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useNotify } from '../ui/use-notify.ts'
import { uiWords } from '../ui/words.ts'
import type { SpecialDay } from './calendar-month.tsx'
import styles from './settings.module.css'
import { settingsWords } from './words.ts'

type Props = {
  readonly day: PlainDate
  readonly special: SpecialDay | undefined
  readonly onClose: () => void
}

/** Keeps a day otherwise than the country does, with the reason, or goes back. */
export const CalendarDayDialog = ({ day, special, onClose }: Props) => {
  const t = useWords(settingsWords)
  const said = useWords(uiWords)
  const notify = useNotify()
  const queryClient = useQueryClient()
  const works = special === undefined ? weekdayOf(day) <= 5 : special.kind === 'work'
  const isOwn = special?.origin === 'own'
  const settled = {
    onSuccess: () => {
      notify.done(t('cal.saved'))
      onClose()
      return queryClient.invalidateQueries({ queryKey: orpc.calendar.key() })
    },
  }
  const set = useMutation({
    mutationFn: (name: string) => api.calendar.set({ day, kind: works ? 'rest' : 'work', name }),
    ...settled,
  })
  const clear = useMutation({ mutationFn: () => api.calendar.clear({ day }), ...settled })
  const problem = set.error ?? clear.error
  const now = special?.name ?? t(works ? 'cal.plain-work' : 'cal.plain-rest')
  return (
    <Modal
      open
      title={t('cal.day', { day, weekday: weekdayWord(said, day) })}
      footer={null}
      onCancel={onClose}
      width={420}
    >
      <p className={styles.soft}>{now}</p>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      {isOwn ? (
        <Button loading={clear.isPending} onClick={() => clear.mutate()}>
          {t('cal.restore')}
        </Button>
      ) : (
        <Form
          layout="vertical"
          requiredMark={false}
          onFinish={({ name }: { readonly name: string }) => set.mutate(name.trim())}
        >
          <Form.Item
            name="name"
            label={t('cal.name')}
            rules={[{ required: true, whitespace: true, message: t('cal.name.needed') }]}
          >
            <Input maxLength={60} placeholder={t('cal.name.example')} autoFocus />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={set.isPending}>
            {works ? t('cal.make-rest') : t('cal.make-work')}
          </Button>
        </Form>
      )}
    </Modal>
  )
}
