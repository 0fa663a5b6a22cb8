import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useMemo, useRef } from 'react'
import { Paper } from '../review/paper.tsx'
import { paragraphsOf } from '../review/paragraphs.ts'
import { orpc } from '../ui/api.ts'
import { exactWords, pastWords } from '../ui/date-words.ts'
import { FileLink } from '../ui/file-link.tsx'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useMe } from '../ui/session.ts'
import { Tag } from '../ui/tag.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { uiWords } from '../ui/words.ts'
import styles from './documents.module.css'
import type { Document } from './shapes.ts'
import { VersionDiff } from './version-diff.tsx'
import { programmeWords } from './words.ts'

/** Every version of the plan as it was issued, and what each changed. */
export const DocumentsTab = ({ programmeId }: { readonly programmeId: string }) => {
  const t = useWords(programmeWords)
  const search = useSearch({ strict: false })
  const documents = useQuery(orpc.programmes.documents.queryOptions({ input: { id: programmeId } }))
  if (documents.isError) return <ProblemNotice problem={documents.error} onRetry={documents.refetch} />
  if (!documents.data) return <Waiting rows={10} />
  const newestFirst = documents.data.toSorted((one, other) => other.number - one.number)
  const [number, against] = (search.version ?? '').split('-').map(Number)
  const shown = newestFirst.find(one => one.number === number) ?? newestFirst[0]
  const before = newestFirst.find(one => one.number === against)
  if (!shown) return null
  return (
    <div className={styles.documents}>
      <aside>
        <p className={styles.soft}>{t('documentsLead')}</p>
        <ol>
          {newestFirst.map((document, index) => (
            <Version
              key={document.versionId}
              document={document}
              earlier={newestFirst[index + 1]}
              current={index === newestFirst.findIndex(({ publishedAt }) => publishedAt !== null)}
              shown={document === shown}
              comparing={document === shown && before !== undefined}
            />
          ))}
        </ol>
      </aside>
      {before ? <VersionDiff before={before} after={shown} /> : <Reading document={shown} search={search} />}
    </div>
  )
}

type VersionProps = {
  readonly document: Document
  readonly earlier: Document | undefined
  readonly current: boolean
  readonly shown: boolean
  readonly comparing: boolean
}

const Version = ({ document, earlier, current, shown, comparing }: VersionProps) => {
  const t = useWords(programmeWords)
  const said = useWords(uiWords)
  const navigate = useNavigate()
  const { now } = useMe().tenant
  const { number, title, sourceName, publishedAt, publishedBy, planId } = document
  const go = (version: string) => void navigate({ to: '.', search: { version } })
  return (
    <li className={shown ? styles.shown : undefined}>
      <button type="button" className={styles.pick} onClick={() => go(`${number}`)}>
        <b>{t('version', { number })}</b> {current && <Tag tone="done">{t('current')}</Tag>}
        <span>{title}</span>
      </button>
      <small title={publishedAt ? exactWords(publishedAt) : undefined}>
        {publishedAt
          ? t('published', { who: publishedBy?.name ?? '', when: pastWords(said, publishedAt, now) })
          : t('notPublished')}
        <br />
        {t('source', { name: sourceName })}
      </small>
      <span className={styles.ways}>
        {earlier &&
          (comparing ? (
            <Button size="small" onClick={() => go(`${number}`)}>
              {t('plain')}
            </Button>
          ) : (
            <Button size="small" onClick={() => go(`${number}-${earlier.number}`)}>
              {t('compareWith', { number: earlier.number })}
            </Button>
          ))}
        <Link to="/plans/$planId" params={{ planId }}>
          {t('openReview')}
        </Link>
        {current && <FileLink path={`/plans/${planId}/document.docx`}>{t('officialDocument')}</FileLink>}
        {current && <FileLink path={`/plans/${planId}/document.docx?head=none`}>{t('officialPlain')}</FileLink>}
      </span>
    </li>
  )
}

type ReadingProps = {
  readonly document: Document
  readonly search: { readonly from?: string | undefined; readonly to?: string | undefined }
}

const asked = 'asked'

/** The text as paper; where a sentence is asked for it is lit and brought into view. */
const Reading = ({ document, search }: ReadingProps) => {
  const paper = useRef<HTMLElement>(null)
  const { text, span, title } = document
  const paragraphs = useMemo(() => paragraphsOf(text, span, title), [text, span, title])
  const [from, to] = [Number(search.from), Number(search.to)]
  const isAsked = search.from !== undefined && to > from
  const lit = useMemo(() => (isAsked ? [{ id: asked, start: from, end: to }] : []), [isAsked, from, to])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another sentence is brought into view
  useEffect(() => {
    paper.current?.querySelector(`[data-marks~="${asked}"]`)?.scrollIntoView({ block: 'center' })
  }, [from, to, paragraphs])
  return (
    <div className={styles.desk}>
      <Paper ref={paper} text={text} paragraphs={paragraphs} lit={lit} chosen={isAsked ? asked : null} />
    </div>
  )
}
