import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Popover, Select, Tooltip } from 'antd'
import { useState } from 'react'
import { offlineWords } from '../offline/words.ts'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { useMe } from '../ui/session.ts'
import { useNotify } from '../ui/use-notify.ts'
import { writingWords } from './words.ts'

type HandInProps = {
  readonly text: string
  readonly year: number | null
  /** Without a connection nothing can be handed in. */
  readonly away: boolean
  readonly handedIn: (text: string) => void
}

/** Makes the draft a plan of one's office; the reading there is the same, and its review begins. */
export const HandIn = ({ text, year, away, handedIn }: HandInProps) => {
  const words = useWords(writingWords)
  const awayWords = useWords(offlineWords)
  const notify = useNotify()
  const navigate = useNavigate()
  const offices = useMe().memberships.filter(({ role }) => role === 'office')
  const [unitId, choose] = useState(offices[0]?.unit.id)
  const hand = useMutation(
    orpc.plans.import.mutationOptions({
      onSuccess: ({ id }, handed) => {
        handedIn(handed.text ?? '')
        void navigate({ to: '/plans/$planId', params: { planId: id } })
      },
      onError: notify.refused,
    }),
  )
  if (offices.length === 0) return null
  const isEmpty = text.trim() === ''
  const give = () => unitId && hand.mutate({ unitId, text, name: titleOf(text), ...(year !== null && { year }) })
  const button = (
    <Button
      type="primary"
      disabled={away || isEmpty}
      loading={hand.isPending}
      onClick={offices.length === 1 ? give : undefined}
    >
      {words(offices.length === 1 ? 'hand-in' : 'hand-in.choose')}
    </Button>
  )
  if (away) return <Tooltip title={awayWords('away.draft')}>{button}</Tooltip>
  if (isEmpty) return <Tooltip title={words('hand-in.empty')}>{button}</Tooltip>
  if (offices.length === 1) return button
  return (
    <Popover
      trigger="click"
      title={words('hand-in.to')}
      content={
        <>
          <Select
            aria-label={words('hand-in.to')}
            style={{ minWidth: 220 }}
            value={unitId}
            onChange={choose}
            options={offices.map(({ unit }) => ({ value: unit.id, label: unit.name }))}
          />
          <Button type="primary" style={{ marginLeft: 8 }} loading={hand.isPending} onClick={give}>
            {words('hand-in')}
          </Button>
        </>
      }
    >
      {button}
    </Popover>
  )
}

const titleOf = (text: string): string =>
  (text.trim().split('\n')[0] ?? '')
    .replace(/^#+\s*/, '')
    .trim()
    .slice(0, 80)
