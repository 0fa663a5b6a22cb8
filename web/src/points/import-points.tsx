import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { TakeList, WrongInList } from '../imports/take-list.tsx'
import { api, orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { Tag } from '../ui/tag.tsx'
import { useNotify } from '../ui/use-notify.ts'
import styles from './points.module.css'
import { pointsWords } from './words.ts'

type Preview = Awaited<ReturnType<typeof api.points.preview>>

const MOST = 200
const tones = { added: 'done', changed: 'soon', same: 'plain', wrong: 'late' } as const

/** Points from a spreadsheet: choose, look at what would happen, take it whole. */
export const ImportPoints = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords(pointsWords)
  const notify = useNotify()
  return (
    <TakeList
      words={{
        title: t('import.title'),
        lead: [t('import.lead')],
        choose: t('import.choose'),
        another: t('import.another'),
        reading: t('import.reading'),
        apply: count => t('import.apply', { count }),
      }}
      accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      template={
        <Button icon={<DownloadOutlined aria-hidden />} href="/api/v1/points/template.xlsx" download>
          {t('import.template')}
        </Button>
      }
      preview={file => api.points.preview({ file })}
      isRight={({ errors }) => errors.length === 0}
      apply={async (file, digest) => notify.done(t('import.done', await api.points.apply({ file, digest })))}
      queryKey={orpc.points.key()}
      onClose={onClose}
    >
      {preview => <Seen preview={preview} />}
    </TakeList>
  )
}

const Seen = ({ preview }: { readonly preview: Preview }) => {
  const t = useWords(pointsWords)
  const { added, changed, same, errors, rows } = preview
  const telling = rows.filter(({ what }) => what !== 'same')
  return (
    <>
      <p role="status">{t('import.counts', { added, changed, same })}</p>
      {errors.length === 0 ? null : <WrongInList title={t('import.errors', { count: errors.length })} cells={errors} />}
      {telling.length === 0 ? (
        <p>{t('import.nothing')}</p>
      ) : (
        <section>
          <h3>{t('import.rows')}</h3>
          <ul className={styles.rows}>
            {telling.slice(0, MOST).map(({ row, what, text }) => (
              <li key={row}>
                <Tag tone={tones[what]}>{t(`what.${what}`)}</Tag> <span>{text}</span> <small>{row}</small>
              </li>
            ))}
          </ul>
          {telling.length > MOST ? (
            <p className={styles.soft}>{t('import.more', { count: telling.length - MOST })}</p>
          ) : null}
        </section>
      )}
    </>
  )
}
