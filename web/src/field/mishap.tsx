import { Component, type ReactNode } from 'react'
import { openFieldDatabase, putDown } from '../offline/field-database.ts'
import { useWords } from '../ui/i18n.ts'
import styles from './field.module.css'
import { lastWho } from './who.ts'
import { fieldWords } from './words.ts'

const failedBefore = 'luoshi.field.failed'

type MishapProps = { readonly children: ReactNode }

/** Where a page fails, the phone says so and what became of the records, instead of going white. React asks for a class. */
export class Mishap extends Component<MishapProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError = (): { readonly hasFailed: boolean } => ({ hasFailed: true })

  override render(): ReactNode {
    return this.state.hasFailed ? <Failed /> : this.props.children
  }
}

const Failed = () => {
  const t = useWords(fieldWords)
  const again = async (): Promise<void> => {
    const who = lastWho()
    // Once may be chance. The second time, what the server carries is put down, and fetched again; what was written stays.
    if (sessionStorage.getItem(failedBefore) !== null && navigator.onLine && who !== null) {
      const database = openFieldDatabase(who.id)
      await putDown(database).finally(() => database.close())
    }
    sessionStorage.setItem(failedBefore, 'yes')
    location.hash = '#/'
    location.reload()
  }
  return (
    <div className={styles.app}>
      <main className={styles.body}>
        <div className={styles.empty} role="alert">
          <h2>{t('mishap')}</h2>
          <p>{t('mishap.detail')}</p>
        </div>
        <div className={styles.foot}>
          <button type="button" className={styles.seal} onClick={again}>
            {t('mishap.again')}
          </button>
        </div>
      </main>
    </div>
  )
}
