import type { Person } from '@luoshi/contract/people'
import type { Role } from '@luoshi/rules/role'
import { useMutation } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { useState } from 'react'
import { api } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useNotify } from '../ui/use-notify.ts'
import { uiWords } from '../ui/words.ts'
import styles from './people.module.css'
import { SeatFields } from './seat-fields.tsx'
import { peopleWords } from './words.ts'

type PersonSeatsProps = {
  readonly person: Person
  readonly mayManage: boolean
  readonly onChange: (person: Person) => void
}

/** The roles a person holds, in which units. */
export const PersonSeats = ({ person, mayManage, onChange }: PersonSeatsProps) => {
  const t = useWords(peopleWords)
  const said = useWords(uiWords)
  const notify = useNotify()
  const [isAdding, setAdding] = useState(false)
  const remove = useMutation({
    mutationFn: (membershipId: string) => api.people.unseat({ id: person.id, membershipId }),
    onSuccess: now => {
      notify.done(t('seats.removed'))
      onChange(now)
    },
  })
  const add = useMutation({
    mutationFn: ({ unitId, role }: { readonly unitId: string; readonly role: Role }) =>
      api.people.seat({ id: person.id, unitId, role }),
    onSuccess: now => {
      notify.done(t('seats.added'))
      setAdding(false)
      onChange(now)
    },
  })
  const problem = remove.error ?? add.error
  return (
    <section className={styles.part}>
      <h3>{t('seats.title')}</h3>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <ul className={styles.list}>
        {person.memberships.map(({ id, unit, role }) => (
          <li key={id}>
            <span>{t('seat.at', { unit: unit.name, role: said(`role.${role}`) })}</span>
            {mayManage ? (
              <Button
                size="small"
                loading={remove.isPending && remove.variables === id}
                onClick={() => remove.mutate(id)}
              >
                {t('seats.remove')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayManage ? <p className={styles.soft}>{t('seats.why')}</p> : null}
      {mayManage && !isAdding ? <Button onClick={() => setAdding(true)}>{t('seats.add')}</Button> : null}
      {isAdding ? (
        <Form layout="vertical" requiredMark={false} onFinish={fields => add.mutate(fields)}>
          <SeatFields />
          <Button htmlType="submit" loading={add.isPending}>
            {t('seats.add')}
          </Button>
        </Form>
      ) : null}
    </section>
  )
}
