import { useWords } from '../ui/i18n.ts'
import { useMe } from '../ui/session.ts'
import { uiWords } from '../ui/words.ts'
import { PasswordForm } from './password-form.tsx'
import { SecondFactorPart } from './second-factor-part.tsx'
import styles from './settings.module.css'
import { settingsWords } from './words.ts'

/** Who I am here, my password, and the second factor. */
export const AccountPart = () => {
  const t = useWords(settingsWords)
  const said = useWords(uiWords)
  const { person, memberships, tenant } = useMe()
  return (
    <>
      <section>
        <h3>{t('who.title')}</h3>
        <p>
          <b>{person.name}</b> {person.title === null ? null : <span className={styles.soft}>{person.title}</span>}
        </p>
        <ul className={styles.plain}>
          {memberships.length === 0 ? <li>{tenant.name}</li> : null}
          {memberships.map(({ id, unit, role }) => (
            <li key={id}>{t('who.seat', { unit: unit.name, role: said(`role.${role}`) })}</li>
          ))}
        </ul>
        <p className={styles.soft}>{t('who.why')}</p>
      </section>
      <section>
        <h3>{t('password.title')}</h3>
        <PasswordForm />
      </section>
      <section>
        <h3>{t('totp.title')}</h3>
        <SecondFactorPart />
      </section>
    </>
  )
}
