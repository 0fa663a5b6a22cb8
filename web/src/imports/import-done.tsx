import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { api } from '../ui/api.ts'
import { downloadText } from '../ui/download-text.ts'
import { useWords } from '../ui/i18n.ts'
import { toCsv } from '../ui/to-csv.ts'
import styles from './imports.module.css'
import { importsWords } from './words.ts'

type Done = Awaited<ReturnType<typeof api.imports.apply>>

/** What was written, and the first passwords, which are never shown again. */
export const ImportDone = ({ done: { units, people, firstPasswords } }: { readonly done: Done }) => {
  const t = useWords(importsWords)
  const head = [t('passwords.name'), t('passwords.account'), t('passwords.password')]
  const save = (): void =>
    downloadText(
      `${t('passwords.title', { count: firstPasswords.length })}.csv`,
      toCsv([head, ...firstPasswords.map(({ name, account, password }) => [name, account, password])]),
    )
  return (
    <>
      <h3>{t('done.title')}</h3>
      <p>{t('done.detail', { units, people })}</p>
      {firstPasswords.length === 0 ? null : (
        <section>
          <h3>{t('passwords.title', { count: firstPasswords.length })}</h3>
          <p className={styles.soft}>{t('passwords.detail')}</p>
          <Button type="primary" icon={<DownloadOutlined aria-hidden />} onClick={save}>
            {t('passwords.download')}
          </Button>
          <div className={styles.scroll}>
            <table>
              <thead>
                <tr>
                  {head.map(word => (
                    <th key={word} scope="col">
                      {word}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {firstPasswords.map(({ name, account, password }) => (
                  <tr key={account}>
                    <td>{name}</td>
                    <td>{account}</td>
                    <td>
                      <code>{password}</code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
    </>
  )
}
