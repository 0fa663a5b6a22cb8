import type { Person } from '@luoshi/contract/people'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Form } from 'antd'
import { api, orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { offers } from '../ui/session.ts'
import { useNotify } from '../ui/use-notify.ts'
import type { FirstPassword } from './first-password-dialog.tsx'
import styles from './people.module.css'
import { PersonAccess } from './person-access.tsx'
import { PersonSeats } from './person-seats.tsx'
import { type PersonWordFields, PersonWords } from './person-words.tsx'
import { peopleWords } from './words.ts'

type PersonPanelProps = {
  readonly person: Person
  readonly onChange: (person: Person) => void
  readonly onFirstPassword: (first: FirstPassword) => void
  readonly onClose: () => void
}

/** Everything about one person, and what may be done about it. */
export const PersonPanel = ({ person, onChange, onFirstPassword, onClose }: PersonPanelProps) => {
  const queryClient = useQueryClient()
  const t = useWords(peopleWords)
  const mayManage = offers(person, 'person.manage')
  const changed = (now: Person): void => {
    onChange(now)
    void queryClient.invalidateQueries({ queryKey: orpc.people.key() })
  }
  const gone = (): void => {
    onClose()
    void queryClient.invalidateQueries({ queryKey: orpc.people.key() })
  }
  return (
    <Drawer open title={person.name} onClose={onClose} size={520}>
      <p className={styles.soft}>
        {t('account')} {person.account}
      </p>
      {mayManage ? <Words key={person.version} person={person} onChange={changed} /> : null}
      <PersonSeats person={person} mayManage={mayManage} onChange={changed} />
      {mayManage ? (
        <PersonAccess person={person} onChange={changed} onFirstPassword={onFirstPassword} onGone={gone} />
      ) : null}
    </Drawer>
  )
}

type WordsProps = { readonly person: Person; readonly onChange: (person: Person) => void }

const Words = ({ person, onChange }: WordsProps) => {
  const t = useWords(peopleWords)
  const notify = useNotify()
  const save = useMutation({
    mutationFn: ({ name, title, phone, email }: PersonWordFields) =>
      api.people.change({
        id: person.id,
        version: person.version,
        name: name.trim(),
        title: title?.trim() || null,
        email: email?.trim() || null,
        ...(phone?.trim() ? { phone: phone.trim() } : {}),
      }),
    onSuccess: now => {
      notify.done(t('panel.saved', { name: now.name }))
      onChange(now)
    },
  })
  return (
    <section className={styles.part}>
      <h3>{t('panel.words')}</h3>
      {save.error === null ? null : <ProblemNotice problem={save.error} />}
      <Form
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: person.name, title: person.title ?? '', email: person.email ?? '' }}
        onFinish={fields => save.mutate(fields)}
      >
        <PersonWords kept={person.phone} />
        <Button htmlType="submit" loading={save.isPending}>
          {t('panel.save')}
        </Button>
      </Form>
    </section>
  )
}
