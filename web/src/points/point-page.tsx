import type { PointDetail } from '@luoshi/contract/points'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { offers } from '../ui/session.ts'
import { Tag } from '../ui/tag.tsx'
import { useNotify } from '../ui/use-notify.ts'
import { Waiting } from '../ui/waiting.tsx'
import { PointForm } from './point-form.tsx'
import { PointRecord } from './point-record.tsx'
import { PointStatus } from './point-status.tsx'
import styles from './points.module.css'
import { pointsWords } from './words.ts'

/** One place: what it is held to, what was seen, what is open, and whom to call before going there. */
export const PointPage = () => {
  const t = useWords(pointsWords)
  const { pointId } = useParams({ from: '/shell/points/$pointId' })
  const { act } = useSearch({ from: '/shell/points/$pointId' })
  const navigate = useNavigate({ from: '/points/$pointId' })
  const point = useQuery(orpc.points.get.queryOptions({ input: { id: pointId } }))
  if (point.isError)
    return (
      <Page title={t('title')}>
        <ProblemNotice problem={point.error} onRetry={point.refetch} />
      </Page>
    )
  if (!point.data)
    return (
      <Page title={t('title')} heading="…">
        <Waiting rows={8} />
      </Page>
    )
  const { data } = point
  return (
    <Page
      title={data.name}
      sub={
        <span className={styles.lead}>
          <PointStatus point={data} />
          {data.archivedAt === null ? null : <Tag>{t('archived')}</Tag>}
          <span>
            {data.pointType} · {data.unit.name}
          </span>
        </span>
      }
      acts={<Acts point={data} onEdit={() => void navigate({ search: { act: 'edit' } })} />}
    >
      <div className={styles.beside}>
        <PointRecord point={data} />
        <Facts point={data} />
      </div>
      {act === 'edit' && offers(data, 'point.manage') ? (
        <PointForm point={data} onClose={() => void navigate({ search: {} })} />
      ) : null}
    </Page>
  )
}

const Acts = ({ point, onEdit }: { readonly point: PointDetail; readonly onEdit: () => void }) => {
  const t = useWords(pointsWords)
  const notify = useNotify()
  const { modal } = App.useApp()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { id, version, name, code } = point
  const archive = useMutation(
    orpc.points.archive.mutationOptions({
      onSuccess: async () => {
        notify.done(t('archive.done', { name }))
        await navigate({ to: '/points' })
      },
      onError: notify.refused,
      onSettled: () => queryClient.invalidateQueries({ queryKey: orpc.points.key() }),
    }),
  )
  return (
    <>
      <LinkButton to="/points/labels" search={{ q: code }}>
        {t('page.label')}
      </LinkButton>
      {offers(point, 'point.manage') ? (
        <>
          <Button
            onClick={() =>
              void modal.confirm({
                ...{ title: t('archive'), content: t('archive.sure'), okText: t('archive'), cancelText: t('cancel') },
                onOk: () => archive.mutateAsync({ id, version }),
              })
            }
          >
            {t('archive')}
          </Button>
          <Button onClick={onEdit}>{t('edit')}</Button>
        </>
      ) : null}
    </>
  )
}

const Facts = ({ point }: { readonly point: PointDetail }) => {
  const t = useWords(pointsWords)
  const { address, position, contactName, contactPhone, note, code, standard } = point
  return (
    <aside className={styles.facts}>
      <h2>{t('page.heldTo')}</h2>
      {standard === null ? (
        <p className={styles.soft}>{t('page.heldTo.none')}</p>
      ) : (
        <p>
          <Link to="/standards/$standardId" params={{ standardId: standard.id }}>
            {standard.title}
          </Link>{' '}
          <small className={styles.soft}>{t('page.heldTo.version', { number: standard.number })}</small>
          <br />
          <a className={styles.open} href={`/public/standards/${standard.id}`} target="_blank" rel="noreferrer">
            {t('public')}
          </a>
        </p>
      )}
      <h2>{t('page.where')}</h2>
      <p>
        {address === '' ? '—' : address}
        <br />
        <small className={styles.soft}>
          {position === null ? t('position.none') : `${position.longitude.toFixed(5)}, ${position.latitude.toFixed(5)}`}
        </small>
      </p>
      {contactName === '' && contactPhone === '' ? null : (
        <>
          <h2>{t('page.who')}</h2>
          <p>
            {contactName} {contactPhone === '' ? null : <a href={`tel:${contactPhone}`}>{contactPhone}</a>}
          </p>
        </>
      )}
      {note === '' ? null : (
        <>
          <h2>{t('field.note')}</h2>
          <p>{note}</p>
        </>
      )}
      <h2>{t('field.code')}</h2>
      <p>
        <code>{code}</code>
      </p>
    </aside>
  )
}
