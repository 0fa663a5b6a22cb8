import { useWords } from '../ui/i18n.ts'
import styles from './sign-in.module.css'
import { signInWords } from './words.ts'

type SamplePerson = {
  readonly name: string
  readonly account: string
  readonly password: string
  readonly what: string
}

type SamplePeopleProps = {
  readonly people: readonly SamplePerson[]
  readonly onChoose: (credentials: { readonly account: string; readonly password: string }) => void
}

/** The people of the sample county, one click each. A real house has none. */
export const SamplePeople = ({ people, onChoose }: SamplePeopleProps) => {
  const t = useWords(signInWords)
  return (
    <aside className={styles.sample}>
      <h2>{t('sample.title')}</h2>
      <p className={styles.hint}>{t('sample.detail')}</p>
      <ul>
        {people.map(({ name, account, password, what }) => (
          <li key={account}>
            <button type="button" onClick={() => onChoose({ account, password })}>
              <b>{name}</b>
              <span>{what}</span>
              <code>{account}</code>
            </button>
          </li>
        ))}
      </ul>
    </aside>
  )
}
