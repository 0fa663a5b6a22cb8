import type { AuditEntry } from '@luoshi/contract/audit'
import { useWords } from '../ui/i18n.ts'
import styles from './audit.module.css'
import { deedWords, details } from './deed.ts'
import { auditWords } from './words.ts'

type AuditSentenceProps = {
  readonly entry: AuditEntry
  readonly onSubject: (id: string) => void
  readonly onPerson: (id: string) => void
}

const most = 48

/** A task can be a whole paragraph; its beginning tells which. */
const shortened = (text: string): string => (text.length > most ? `${text.slice(0, most)}…` : text)

/** 林晓岚发布了方案“…”: choosing the name or the thing narrows the list to it. */
export const AuditSentence = ({ entry, onSubject, onPerson }: AuditSentenceProps) => {
  const t = useWords(auditWords)
  const { who, via, subject, subjectId, content } = entry
  const more = details(t, content)
  return (
    <div className={styles.sentence}>
      {who === null ? (
        <b>{via === 'system' ? t('who.system') : t('who.gone')}</b>
      ) : (
        <button type="button" title={t('only.person')} onClick={() => onPerson(who.id)}>
          {who.name}
        </button>
      )}
      <span> {deedWords(t, entry)} </span>
      {subject === null || subjectId === null || subjectId === who?.id ? null : (
        <button
          type="button"
          className={styles.thing}
          title={`${subject} · ${t('only.subject')}`}
          onClick={() => onSubject(subjectId)}
        >
          {t('subject.quoted', { name: shortened(subject) })}
        </button>
      )}
      {more.length === 0 ? null : (
        <small>
          {more.map(({ name, value }) => (
            <span key={name}>
              {name} {value}
            </span>
          ))}
        </small>
      )}
    </div>
  )
}
