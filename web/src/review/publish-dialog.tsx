import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useNotify } from '../ui/use-notify.ts'
import { Waiting } from '../ui/waiting.tsx'
import { publicationWords } from './publication-words.ts'
import styles from './publish-dialog.module.css'

type Props = {
  readonly planId: string
  readonly title: string
  readonly onClose: () => void
  readonly onGo: (obstacle: { readonly itemIds: readonly string[]; readonly diagnosticIds: readonly string[] }) => void
}

/** Says what publishing would do before it is done, and what has to come first. */
export const PublishDialog = ({ planId, title, onClose, onGo }: Props) => {
  const t = useWords(publicationWords)
  const navigate = useNavigate()
  const notify = useNotify()
  const preview = useQuery(orpc.plans.preview.queryOptions({ input: { id: planId }, staleTime: 0, gcTime: 0 }))
  const publish = useMutation(
    orpc.plans.publish.mutationOptions({
      onSuccess: ({ programmeId, assignments }) => {
        notify.done(t('publishedNow', { assignments }))
        void navigate({ to: '/programmes/$programmeId', params: { programmeId } })
      },
      onError: notify.refused,
    }),
  )
  return (
    <Modal
      open
      title={t('publishTitle', { title })}
      width={560}
      onCancel={onClose}
      focusable={{ focusTriggerAfterClose: false }}
      footer={[
        <Button key="later" onClick={onClose}>
          {t('publishLater')}
        </Button>,
        <Button
          key="do"
          type="primary"
          disabled={preview.data?.ready !== true}
          loading={publish.isPending}
          onClick={() => publish.mutate({ id: planId })}
        >
          {t('publishDo')}
        </Button>,
      ]}
    >
      {preview.isPending && (
        <>
          <p className={styles.soft}>{t('publishBusy')}</p>
          <Waiting rows={3} />
        </>
      )}
      {preview.isError && <ProblemNotice problem={preview.error} onRetry={preview.refetch} />}
      {preview.data && <Preview preview={preview.data} onGo={onGo} />}
    </Modal>
  )
}

type PreviewProps = Pick<Props, 'onGo'> & {
  readonly preview: Awaited<ReturnType<typeof orpc.plans.preview.call>>
}

const Preview = ({ preview, onGo }: PreviewProps) => {
  const t = useWords(publicationWords)
  const { units, assignments, tasks, duties, occurrences, indicators, milestones, startsOn, endsOn } = preview
  return (
    <div className={styles.preview}>
      <p className={styles.lead}>
        {t('publishWill')}
        <b>{t('publishUnits', { count: units })}</b>
        {t('publishReceive')}
        <b>{t('publishTasks', { count: assignments })}</b>
        <span className={styles.soft}>{t('publishFrom', { count: tasks })}</span>
      </p>
      <ul>
        {duties > 0 && <li>{t('publishDuties', { duties, occurrences })}</li>}
        {indicators > 0 && <li>{t('publishIndicators', { count: indicators })}</li>}
        {milestones > 0 && <li>{t('publishMilestones', { count: milestones })}</li>}
        <li>{startsOn && endsOn ? t('publishDates', { from: startsOn, to: endsOn }) : t('publishOpen')}</li>
      </ul>
      {preview.obstacles.length > 0 ? (
        <section className={styles.obstacles}>
          <h3>{t('publishObstacles', { count: preview.obstacles.length })}</h3>
          <ul>
            {preview.obstacles.map(obstacle => (
              <li key={obstacle.code + obstacle.message}>
                <span>{obstacle.message}</span>
                <Button size="small" onClick={() => onGo(obstacle)}>
                  {t('publishGo')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <p className={styles.soft}>{t('publishNote')}</p>
      )}
    </div>
  )
}
