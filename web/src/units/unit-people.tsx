import type { Unit } from '@luoshi/contract/units'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useMay } from '../ui/session.ts'
import { Tag } from '../ui/tag.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { uiWords } from '../ui/words.ts'
import styles from './units.module.css'
import { unitsWords } from './words.ts'

const most = 30

/** Who holds a role in the unit, for those who may read people. */
export const UnitPeople = ({ unit }: { readonly unit: Unit }) => {
  const may = useMay()
  return may('person.read') ? <People unit={unit} /> : null
}

const People = ({ unit }: { readonly unit: Unit }) => {
  const t = useWords(unitsWords)
  const said = useWords(uiWords)
  const may = useMay()
  const { data, isPending, error } = useQuery(
    orpc.people.list.queryOptions({ input: { unitId: unit.id, limit: most } }),
  )
  const here = data?.items ?? []
  return (
    <section className={styles.here}>
      <h3>{t('people.title')}</h3>
      {isPending ? <Waiting rows={2} /> : null}
      {error === null ? null : <ProblemNotice problem={error} />}
      {data !== undefined && here.length === 0 ? <p>{t('people.none')}</p> : null}
      <ul>
        {here.map(({ id, name, title, memberships }) => (
          <li key={id}>
            <b>{name}</b> {title === null ? null : <small>{title}</small>}{' '}
            {memberships.map(seat => (
              <span key={seat.id}>
                {seat.unit.id === unit.id ? null : <small>{seat.unit.name} </small>}
                <Tag>{said(`role.${seat.role}`)}</Tag>{' '}
              </span>
            ))}
          </li>
        ))}
      </ul>
      <p>
        {here.length === 0 ? null : (
          <Link to="/people" search={{ unit: unit.id }}>
            {t('people.all')}
          </Link>
        )}{' '}
        {may('person.manage') ? (
          <Link to="/people" search={{ unit: unit.id, person: 'new' }}>
            {t('people.add')}
          </Link>
        ) : null}
      </p>
    </section>
  )
}
