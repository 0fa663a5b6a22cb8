import { useWords } from '../ui/i18n.ts'
import { importsWords } from './words.ts'
import styles from './wrong-cells.module.css'

type WrongCell = {
  readonly sheet: string
  readonly cell: string
  readonly value: string
  readonly message: string
}

/** What is wrong in a spreadsheet, cell by cell; the sheet is told where there are several. */
export const WrongCells = ({ cells }: { readonly cells: readonly WrongCell[] }) => {
  const t = useWords(importsWords)
  const several = new Set(cells.map(({ sheet }) => sheet)).size > 1
  return (
    <div className={styles.scroll}>
      <table>
        <thead>
          <tr>
            {several && <th scope="col">{t('errors.sheet')}</th>}
            <th scope="col">{t('errors.cell')}</th>
            <th scope="col">{t('errors.value')}</th>
            <th scope="col">{t('errors.what')}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ sheet, cell, value, message }) => (
            <tr key={`${sheet} ${cell} ${message}`}>
              {several && <td>{sheet}</td>}
              <td>
                <b>{cell}</b>
              </td>
              <td>{value}</td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
