import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { orpc } from '../ui/api.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../ui/i18n.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useMay } from '../ui/session.ts'
import { Tag } from '../ui/tag.tsx'
import { useNotify } from '../ui/use-notify.ts'
import { Waiting } from '../ui/waiting.tsx'
import { StandardState } from './standard-state.tsx'
import styles from './standards.module.css'
import { standardsWords } from './words.ts'

/** The checklists that a plan holds, each made into a standard with one click. */
export const ChecklistsTab = ({ programmeId }: { readonly programmeId: string }) => {
  const t = useWords(standardsWords)
  const may = useMay()
  const notify = useNotify()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const checklists = useQuery(orpc.standards.checklists.queryOptions({ input: { programmeId } }))
  const standards = useQuery(orpc.standards.list.queryOptions({ input: { programmeId, limit: 200 } }))
  const make = useMutation(
    orpc.standards.fromChecklist.mutationOptions({
      onSuccess: async ({ id, content }) => {
        await queryClient.invalidateQueries({ queryKey: orpc.standards.key() })
        notify.done(t('new.made', { count: content.length }))
        await navigate({ to: '/standards/$standardId', params: { standardId: id } })
      },
      onError: notify.refused,
    }),
  )
  if (checklists.isError) return <ProblemNotice problem={checklists.error} onRetry={checklists.refetch} />
  if (!checklists.data) return <Waiting rows={6} />
  if (checklists.data.length === 0) return <EmptyState title={t('tab.none.title')}>{t('tab.none.detail')}</EmptyState>
  return (
    <div className={styles.tab}>
      <p className={styles.soft}>{t('tab.lead')}</p>
      <ul>
        {checklists.data.map(({ itemId, pointType, items, standardId, sentence }) => {
          const made = standards.data?.items.find(({ id }) => id === standardId)
          return (
            <li key={itemId}>
              <div>
                <h3>
                  {pointType} <small className={styles.soft}>{t('tab.items', { count: items })}</small>{' '}
                  {made ? <StandardState standard={made} /> : standardId === null ? null : <Tag>{t('tab.made')}</Tag>}
                </h3>
                <p className={styles.plan}>{sentence}</p>
              </div>
              {standardId !== null ? (
                <LinkButton to="/standards/$standardId" params={{ standardId }}>
                  {t('tab.open')}
                </LinkButton>
              ) : may('standard.manage') ? (
                <Button
                  loading={make.isPending && make.variables.itemId === itemId}
                  onClick={() => make.mutate({ programmeId, itemId })}
                >
                  {t('tab.make')}
                </Button>
              ) : null}
            </li>
          )
        })}
      </ul>
      <p>
        <Link to="/standards">{t('title')}</Link>
      </p>
    </div>
  )
}
