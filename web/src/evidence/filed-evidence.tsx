import type { Evidence } from '@luoshi/contract/evidence'
import { Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { orpc } from '../ui/api.ts'
import { pastWords } from '../ui/date-words.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { ListBar } from '../ui/list-bar.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useMe } from '../ui/session.ts'
import { keyset, usePages } from '../ui/use-pages.ts'
import { Waiting } from '../ui/waiting.tsx'
import { uiWords } from '../ui/words.ts'
import styles from './evidence.module.css'
import { evidenceWords } from './words.ts'

type FiledEvidenceProps = {
  readonly unitId: string
  readonly without: readonly string[]
  readonly onUse: (chosen: readonly Evidence[]) => void
  readonly onClose: () => void
}

/** What the unit has filed before and could serve again. */
export const FiledEvidence = ({ unitId, without, onUse, onClose }: FiledEvidenceProps) => {
  const t = useWords(evidenceWords)
  const said = useWords(uiWords)
  const { now } = useMe().tenant
  const [q, setQ] = useState('')
  const [chosen, setChosen] = useState<readonly Evidence[]>([])
  const pages = usePages(
    orpc.evidence.list.infiniteOptions({
      input: cursor => ({ unitId, q: q === '' ? undefined : q, cursor, limit: 50 }),
      ...keyset,
    }),
  )
  const shown = pages.items.filter(({ id }) => !without.includes(id))
  const toggle = (evidence: Evidence, isOn: boolean): void =>
    setChosen(all => (isOn ? [...all, evidence] : all.filter(({ id }) => id !== evidence.id)))
  return (
    <Modal
      open
      title={t('filed.title')}
      onCancel={onClose}
      okText={t('filed.use', { count: chosen.length })}
      cancelText={said('cancel')}
      okButtonProps={{ disabled: chosen.length === 0 }}
      onOk={() => {
        onUse(chosen)
        onClose()
      }}
    >
      <p className={styles.why}>{t('filed.why')}</p>
      <ListBar search={q} onSearch={setQ} hint={t('filed.search')} />
      {pages.problem === null ? null : <ProblemNotice problem={pages.problem} onRetry={pages.retry} />}
      {pages.waiting ? <Waiting rows={4} /> : null}
      {!pages.waiting && shown.length === 0 ? (
        <EmptyState title={t('filed.none')}>{t('filed.none.detail')}</EmptyState>
      ) : null}
      <ul className={styles.filed}>
        {shown.map(evidence => (
          <li key={evidence.id}>
            <Checkbox
              checked={chosen.some(({ id }) => id === evidence.id)}
              onChange={event => toggle(evidence, event.target.checked)}
            >
              <span className={styles.entry}>
                {evidence.thumbnailUrl === null ? null : <img src={evidence.thumbnailUrl} alt="" loading="lazy" />}
                <span>
                  {evidence.kind === 'text' ? (evidence.text ?? evidence.name) : evidence.name}
                  <small>{t('by', { who: evidence.addedBy.name, when: pastWords(said, evidence.addedAt, now) })}</small>
                </span>
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </Modal>
  )
}
