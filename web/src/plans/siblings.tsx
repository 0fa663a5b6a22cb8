import type { PlanSummary } from '@luoshi/contract/plans'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import styles from './plans.module.css'
import { plansWords } from './words.ts'

/** The other plans that stood in the same document; nothing where it was the only one. */
export const Siblings = ({ plan }: { readonly plan: PlanSummary }) => {
  const t = useWords(plansWords)
  const { data } = useQuery(orpc.plans.list.queryOptions({ input: { limit: 200 }, staleTime: 60_000 }))
  const same = (data?.items ?? []).filter(
    ({ sourceName, createdAt }) => sourceName === plan.sourceName && createdAt === plan.createdAt,
  )
  if (same.length < 2) return null
  return (
    <nav className={styles.siblings} aria-label={t('several', { count: same.length })}>
      <span>{t('several', { count: same.length })}</span>
      {same.map(({ id, title, confirmed, items }) => (
        <Link key={id} to="/plans/$planId" params={{ planId: id }} aria-current={id === plan.id ? 'page' : undefined}>
          {title} <small>{t('confirmedOf', { confirmed, items })}</small>
        </Link>
      ))}
    </nav>
  )
}
