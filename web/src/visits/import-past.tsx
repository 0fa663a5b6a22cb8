import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { TakeList, WrongInList } from '../imports/take-list.tsx'
import { api, orpc } from '../ui/api.ts'
import { downloadText } from '../ui/download-text.ts'
import { useWords } from '../ui/i18n.ts'
import { toCsv } from '../ui/to-csv.ts'
import { useNotify } from '../ui/use-notify.ts'
import { pastWords } from './past-words.ts'

type Preview = Awaited<ReturnType<typeof api.visits.preview>>

const headings = ['code', 'day', 'criterion', 'grade', 'note'] as const

/** What was seen before the house was used: choose a list, look at what would happen, take it whole. */
export const ImportPast = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords(pastWords)
  const notify = useNotify()
  return (
    <TakeList
      words={{
        title: t('title'),
        lead: [t('lead'), t('cases')],
        choose: t('choose'),
        another: t('another'),
        reading: t('reading'),
        apply: count => t('apply', { count }),
      }}
      accept=".csv,.xlsx,text/csv"
      template={
        <Button
          icon={<DownloadOutlined aria-hidden />}
          onClick={() => downloadText(t('file'), toCsv([headings.map(key => t(`head.${key}`))]))}
        >
          {t('template')}
        </Button>
      }
      preview={file => api.visits.preview({ file })}
      isRight={({ wrong }) => wrong === 0}
      apply={async (file, digest) => notify.done(t('done', await api.visits.apply({ file, digest })))}
      queryKey={orpc.visits.key()}
      onClose={onClose}
    >
      {preview => <Seen preview={preview} />}
    </TakeList>
  )
}

const Seen = ({ preview: { visits, added, changed, same, wrong, errors } }: { readonly preview: Preview }) => {
  const t = useWords(pastWords)
  return (
    <>
      <p role="status">{t('counts', { visits, added, changed, same })}</p>
      {wrong === 0 ? null : (
        <WrongInList
          title={t('errors', { count: wrong })}
          cells={errors}
          more={wrong > errors.length ? t('more', { shown: errors.length, count: wrong - errors.length }) : null}
        />
      )}
      {wrong === 0 && added + changed === 0 ? <p>{t('nothing')}</p> : null}
    </>
  )
}
