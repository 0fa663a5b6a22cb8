import type { AssignmentRow } from '@luoshi/contract/assignments'
import { useWords } from '../ui/i18n.ts'
import { Tag } from '../ui/tag.tsx'
import { assignmentWords } from './words.ts'

export const stateOrder: readonly AssignmentRow['state'][] = [
  'assigned',
  'accepted',
  'in-progress',
  'submitted',
  'returned',
  'confirmed',
  'withdrawn',
]

const tones = {
  assigned: 'plain',
  accepted: 'plain',
  'in-progress': 'info',
  submitted: 'info',
  returned: 'soon',
  confirmed: 'done',
  withdrawn: 'plain',
} as const

/** Where an assignment stands, with its progress while it is under way. */
export const AssignmentState = ({
  row,
}: {
  readonly row: Pick<AssignmentRow, 'state' | 'progress' | 'timeliness'>
}) => {
  const t = useWords(assignmentWords)
  const shows = row.state === 'in-progress' || row.state === 'accepted'
  return (
    <span>
      <Tag tone={tones[row.state]}>{t(`state_${row.state}`)}</Tag>{' '}
      {shows && row.progress > 0 && t('percent', { percent: row.progress })}
      {row.timeliness === 'done-late' && (
        <Tag tone="soon">{t(row.state === 'confirmed' ? 'doneLate' : 'handedInLate')}</Tag>
      )}
    </span>
  )
}
