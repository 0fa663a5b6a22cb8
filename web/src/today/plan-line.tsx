import type { Today } from '@luoshi/contract/today'
import { Link } from '@tanstack/react-router'
import { useWords } from '../ui/i18n.ts'
import { Line } from '../ui/line.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { todayWords } from './words.ts'

/** A plan that waits to be reviewed. */
export const PlanLine = ({ plan: { id, title, waiting } }: { readonly plan: Today['plans'][number] }) => {
  const t = useWords(todayWords)
  const address = { to: '/plans/$planId', params: { planId: id } } as const
  return (
    <Line
      tone="asked"
      what={<Link {...address}>{title}</Link>}
      which={t('kind.plan', { count: waiting })}
      act={
        <LinkButton {...address} block>
          {t('act.review')}
        </LinkButton>
      }
    />
  )
}
