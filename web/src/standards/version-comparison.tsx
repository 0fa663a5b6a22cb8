import type { StandardDetail } from '@luoshi/contract/standards'
import { useQuery } from '@tanstack/react-query'
import { DiffText } from '../review/diff-text.tsx'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Tag } from '../ui/tag.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { type CellChange, type CriterionChange, compareContents } from './compare-contents.ts'
import styles from './standards.module.css'
import { standardsWords } from './words.ts'

type Props = { readonly standard: StandardDetail; readonly against: number }

const tones = { new: 'done', gone: 'late', changed: 'soon', moved: 'info' } as const

/** What one version says otherwise than another, criterion by criterion. */
export const VersionComparison = ({ standard, against }: Props) => {
  const t = useWords(standardsWords)
  const before = useQuery(orpc.standards.get.queryOptions({ input: { id: standard.id, number: against } }))
  if (before.isError) return <ProblemNotice problem={before.error} onRetry={before.refetch} />
  if (!before.data) return <Waiting rows={8} />
  const { number, state } = standard.shown
  const after = state === 'draft' ? t('version.isDraft') : t('version.number', { number })
  const changes = compareContents(before.data.content, standard.content)
  return (
    <section className={styles.comparison}>
      <h2>{t('compare.title', { before: against, after })}</h2>
      {changes.length === 0 ? <p className={styles.soft}>{t('compare.same')}</p> : null}
      <ul>
        {changes.map(change => (
          <li key={`${change.kind} ${change.criterion.id}`}>
            <p>
              <Tag tone={tones[change.kind]}>{t(`compare.${change.kind}`)}</Tag>{' '}
              <b className={change.kind === 'gone' ? styles.gone : undefined}>{change.criterion.text}</b>
            </p>
            <Change change={change} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const Change = ({ change }: { readonly change: CriterionChange }) => {
  const t = useWords(standardsWords)
  switch (change.kind) {
    case 'changed':
      return (
        <dl>
          {change.cells.map(cell => (
            <Cell key={cell.column} cell={cell} />
          ))}
        </dl>
      )
    case 'moved':
      return <p className={styles.soft}>{t('compare.place', { from: change.from, to: change.to })}</p>
    default:
      return null
  }
}

const Cell = ({ cell: { column, before, after } }: { readonly cell: CellChange }) => {
  const t = useWords(standardsWords)
  return (
    <div>
      <dt>{t(`field.${column}`)}</dt>
      <dd>
        {before === '' ? null : (
          <p>
            <DiffText before={before} after={after} show="before" />
          </p>
        )}
        {after === '' ? null : (
          <p>
            <DiffText before={before} after={after} show="after" />
          </p>
        )}
      </dd>
    </div>
  )
}
