import { LockOutlined } from '@ant-design/icons'
import type { RoundRow } from '@luoshi/contract/rounds'
import { useWords } from '../ui/i18n.ts'
import { Tag } from '../ui/tag.tsx'
import { roundWords } from './words.ts'

const tones = { draft: 'plain', committed: 'info', drawn: 'soon', ended: 'done', cancelled: 'plain' } as const

/** How far a round has come, which kind it is, and that the inspected know nothing of it. */
export const RoundState = ({ round }: { readonly round: RoundRow }) => {
  const t = useWords(roundWords)
  return (
    <>
      <Tag>{t(`kind_${round.kind}`)}</Tag> <Tag tone={tones[round.state]}>{t(`state_${round.state}`)}</Tag>{' '}
      {round.secret && round.state !== 'cancelled' ? (
        <Tag tone="late">
          <LockOutlined aria-hidden /> {t('secret')}
        </Tag>
      ) : null}
    </>
  )
}
