import type { Person } from '@luoshi/contract/people'
import { Button } from 'antd'
import type { Column } from '../ui/data-list.tsx'
import { useWords } from '../ui/i18n.ts'
import { offers } from '../ui/session.ts'
import { Tag } from '../ui/tag.tsx'
import { uiWords } from '../ui/words.ts'
import styles from './people.module.css'
import { peopleWords } from './words.ts'

/** How a person stands in the list. */
export const usePeopleColumns = (onOpen: (person: Person) => void): readonly Column<Person>[] => {
  const t = useWords(peopleWords)
  const said = useWords(uiWords)
  return [
    {
      key: 'name',
      title: t('col.name'),
      phone: 'title',
      cell: ({ name, title, status }) => (
        <>
          <b className={styles.name}>{name}</b> {title === null ? null : <small className={styles.soft}>{title}</small>}{' '}
          {status === 'suspended' ? <Tag tone="late">{t('suspended')}</Tag> : null}
        </>
      ),
    },
    { key: 'account', title: t('col.account'), cell: ({ account }) => account },
    {
      key: 'seats',
      title: t('col.seats'),
      cell: ({ memberships }) => (
        <ul className={styles.seats}>
          {memberships.map(({ id, unit, role }) => (
            <li key={id}>{t('seat.at', { unit: unit.name, role: said(`role.${role}`) })}</li>
          ))}
        </ul>
      ),
    },
    {
      key: 'contact',
      title: t('col.contact'),
      cell: ({ phone, email }) => [phone, email].filter(part => part !== null).join(' · '),
    },
    {
      key: 'act',
      title: t('col.act'),
      align: 'right',
      phone: 'act',
      width: 96,
      cell: person => (
        <Button size="small" onClick={() => onOpen(person)}>
          {offers(person, 'person.manage') ? t('open') : t('look')}
        </Button>
      ),
    },
  ]
}
