import type { api } from '../ui/api.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { Tag } from '../ui/tag.tsx'
import styles from './imports.module.css'
import { importsWords } from './words.ts'
import { WrongCells } from './wrong-cells.tsx'

type Preview = Awaited<ReturnType<typeof api.imports.preview>>

const most = 200
const tones = { added: 'done', changed: 'soon', same: 'plain', wrong: 'late' } as const

/** What the spreadsheet would do, and where it is wrong, cell by cell. */
export const ImportPreview = ({ preview }: { readonly preview: Preview }) => {
  const t = useWords(importsWords)
  const { units, people, errors, rows } = preview
  const telling = rows.filter(({ what }) => what !== 'same')
  if (errors.length === 0 && telling.length === 0) {
    return <EmptyState title={t('nothing.title')}>{t('nothing.detail')}</EmptyState>
  }
  return (
    <>
      <p className={styles.sums}>
        <span>{t('preview.units', units)}</span>
        <span>{t('preview.people', people)}</span>
      </p>
      {errors.length === 0 ? null : <Errors errors={errors} />}
      <section>
        <h3>{t('rows.title')}</h3>
        <ul className={styles.rows}>
          {telling.slice(0, most).map(({ sheet, row, what, text }) => (
            <li key={`${sheet} ${row}`}>
              <Tag tone={tones[what]}>{t(`what.${what}`)}</Tag> <span>{text}</span>
              <small>
                {sheet} · {row}
              </small>
            </li>
          ))}
        </ul>
        {telling.length > most ? (
          <p className={styles.soft}>{t('rows.more', { count: telling.length - most })}</p>
        ) : null}
      </section>
    </>
  )
}

const Errors = ({ errors }: { readonly errors: Preview['errors'] }) => {
  const t = useWords(importsWords)
  return (
    <section className={styles.errors} role="alert">
      <h3>{t('errors.title', { count: errors.length })}</h3>
      <p className={styles.soft}>{t('errors.detail')}</p>
      <WrongCells cells={errors} />
    </section>
  )
}
