import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { orpc } from '../ui/api.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { meOptions, useMe } from '../ui/session.ts'
import { useCopy } from '../ui/use-copy.ts'
import { useNotify } from '../ui/use-notify.ts'
import { uiWords } from '../ui/words.ts'
import styles from './settings.module.css'
import { settingsWords } from './words.ts'

/** The address under which one's own due dates can be read by a calendar. */
export const CalendarLinkPart = () => {
  const t = useWords(settingsWords)
  const said = useWords(uiWords)
  const notify = useNotify()
  const copy = useCopy()
  const { modal } = App.useApp()
  const queryClient = useQueryClient()
  const { calendarUrl } = useMe()
  const make = useMutation(
    orpc.session.calendar.mutationOptions({
      onSuccess: () => {
        notify.done(t('link.made'))
        return queryClient.invalidateQueries({ queryKey: meOptions().queryKey })
      },
      onError: notify.refused,
    }),
  )
  if (calendarUrl === null) {
    return (
      <section>
        <EmptyState
          title={t('link.none')}
          act={
            <Button type="primary" loading={make.isPending} onClick={() => make.mutate({})}>
              {t('link.make')}
            </Button>
          }
        >
          {t('link.why')}
        </EmptyState>
      </section>
    )
  }
  const url = new URL(calendarUrl, location.origin).href
  const remake = (): void =>
    void modal.confirm({
      title: t('link.remake.ask'),
      content: t('link.remake.detail'),
      okText: t('link.remake'),
      cancelText: said('cancel'),
      onOk: () => make.mutate({}),
    })
  return (
    <section>
      <p className={styles.soft}>{t('link.why')}</p>
      <Input readOnly value={url} aria-label={t('part.calendar-link')} onFocus={event => event.target.select()} />
      <div className={styles.acts}>
        <Button type="primary" onClick={() => copy(url)}>
          {t('link.copy')}
        </Button>
        <Button href={url.replace(/^https?:/, 'webcal:')}>{t('link.open')}</Button>
        <Button loading={make.isPending} onClick={remake}>
          {t('link.remake')}
        </Button>
      </div>
      <p className={styles.soft}>{t('link.secret')}</p>
    </section>
  )
}
