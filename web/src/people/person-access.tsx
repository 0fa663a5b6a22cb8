import type { Person } from '@luoshi/contract/people'
import { App, Button } from 'antd'
import { api } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { useNotify } from '../ui/use-notify.ts'
import { uiWords } from '../ui/words.ts'
import type { FirstPassword } from './first-password-dialog.tsx'
import styles from './people.module.css'
import { peopleWords } from './words.ts'

type PersonAccessProps = {
  readonly person: Person
  readonly onChange: (person: Person) => void
  readonly onFirstPassword: (first: FirstPassword) => void
  readonly onGone: () => void
}

/** Password, suspension and erasure, each asked about before it is done. */
export const PersonAccess = ({ person, onChange, onFirstPassword, onGone }: PersonAccessProps) => {
  const t = useWords(peopleWords)
  const said = useWords(uiWords)
  const notify = useNotify()
  const { modal } = App.useApp()
  const { id, name, account, version, status } = person

  const ask = (title: string, content: string, okText: string, act: () => Promise<void>): void =>
    void modal.confirm({
      title,
      content,
      okText,
      cancelText: said('cancel'),
      onOk: () => act().catch(notify.refused),
    })
  const setStatus = async (to: Person['status'], says: string): Promise<void> => {
    onChange(await api.people.change({ id, version, status: to }))
    notify.done(says)
  }
  const reset = async (): Promise<void> => {
    const { firstPassword } = await api.people.resetPassword({ id })
    onFirstPassword({ name, account, password: firstPassword })
  }
  const erase = async (): Promise<void> => {
    await api.people.erase({ id, version })
    notify.done(t('erase.done'))
    onGone()
  }
  return (
    <section className={styles.part}>
      <h3>{t('access.title')}</h3>
      <div className={styles.acts}>
        <Button onClick={() => ask(t('reset.ask', { name }), t('reset.detail'), t('reset.do'), reset)}>
          {t('reset')}
        </Button>
        {status === 'active' ? (
          <Button
            onClick={() =>
              ask(t('suspend.ask', { name }), t('suspend.detail'), t('suspend'), () =>
                setStatus('suspended', t('suspend.done', { name })),
              )
            }
          >
            {t('suspend')}
          </Button>
        ) : (
          <Button onClick={() => void setStatus('active', t('resume.done', { name })).catch(notify.refused)}>
            {t('resume')}
          </Button>
        )}
        <Button onClick={() => ask(t('erase.ask', { name }), t('erase.detail'), t('erase.do'), erase)}>
          {t('erase')}
        </Button>
      </div>
    </section>
  )
}
