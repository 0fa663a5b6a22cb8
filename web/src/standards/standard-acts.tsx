import { DownOutlined } from '@ant-design/icons'
import type { StandardDetail } from '@luoshi/contract/standards'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Dropdown, type MenuProps } from 'antd'
import { useState } from 'react'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { offers } from '../ui/session.ts'
import { useNotify } from '../ui/use-notify.ts'
import { PublishStandard } from './publish-standard.tsx'
import { useVersions } from './use-versions.ts'
import { standardsWords } from './words.ts'

type Props = { readonly standard: StandardDetail; readonly edits: boolean }

/** What may be done with a standard: change, publish, take out, show to everybody, archive. */
export const StandardActs = ({ standard, edits }: Props) => {
  const t = useWords(standardsWords)
  const go = useVersions()
  const [publishing, setPublishing] = useState(false)
  const mayChange = offers(standard, 'standard.manage')
  const draft = standard.versions.find(({ state }) => state === 'draft')
  return (
    <>
      <More standard={standard} mayChange={mayChange} />
      {!mayChange ? null : edits ? (
        <Button onClick={() => go({})}>{t('read')}</Button>
      ) : (
        <Button onClick={() => go({ mode: 'edit' })}>{draft ? t('edit.continue') : t('edit')}</Button>
      )}
      {mayChange && draft ? (
        <Button type="primary" disabled={standard.criteria === 0 && edits} onClick={() => setPublishing(true)}>
          {t('publish', { number: draft.number })}
        </Button>
      ) : null}
      {publishing && draft ? (
        <PublishStandard standard={standard} number={draft.number} onClose={() => setPublishing(false)} />
      ) : null}
    </>
  )
}

const More = ({ standard, mayChange }: { readonly standard: StandardDetail; readonly mayChange: boolean }) => {
  const t = useWords(standardsWords)
  const { id, shown, current, isPublic, archivedAt, hasDraft } = standard
  const act = useActs(standard)
  const file = (kind: string) => `/api/v1/standards/${id}/${kind}.xlsx?number=${shown.number}`
  const isShown = current !== null && isPublic && archivedAt === null
  const items: NonNullable<MenuProps['items']> = [
    {
      key: 'take',
      type: 'group',
      label: t('take.title'),
      children: [
        { key: 'table', label: <a href={file('table')}>{t('take.table')}</a> },
        { key: 'form', label: <a href={file('xlsform')}>{t('take.form')}</a> },
      ],
    },
    ...(isShown
      ? [
          {
            key: 'public',
            label: (
              <a href={`/public/standards/${id}`} target="_blank" rel="noreferrer" title={t('public.hint')}>
                {t('public')}
              </a>
            ),
          },
        ]
      : []),
    ...(mayChange && current !== null
      ? [{ key: 'show', label: t(isPublic ? 'hide' : 'show'), onClick: act.show }]
      : []),
    ...(mayChange && hasDraft && current !== null
      ? [{ key: 'discard', label: t('discard'), onClick: act.discard }]
      : []),
    ...(mayChange ? [{ key: 'archive', label: t('archive'), onClick: act.archive }] : []),
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button icon={<DownOutlined aria-hidden />} iconPlacement="end">
        {t('more')}
      </Button>
    </Dropdown>
  )
}

const useActs = ({ id, version, isPublic }: StandardDetail) => {
  const t = useWords(standardsWords)
  const notify = useNotify()
  const { modal } = App.useApp()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const settled = {
    onError: notify.refused,
    onSettled: () => queryClient.invalidateQueries({ queryKey: orpc.standards.key() }),
  }
  const show = useMutation(orpc.standards.show.mutationOptions(settled))
  const discard = useMutation(orpc.standards.discardDraft.mutationOptions(settled))
  const archive = useMutation(orpc.standards.archive.mutationOptions(settled))
  return {
    show: () =>
      show.mutate(
        { id, version, isPublic: !isPublic },
        { onSuccess: () => notify.done(t(isPublic ? 'hide.done' : 'show.done')) },
      ),
    discard: () =>
      void modal.confirm({
        ...{ title: t('discard'), content: t('discard.sure'), okText: t('discard'), cancelText: t('cancel') },
        onOk: () =>
          discard.mutateAsync({ id, version }).then(async () => {
            notify.done(t('discard.done'))
            await navigate({ to: '/standards/$standardId', params: { standardId: id } })
          }),
      }),
    archive: () =>
      void modal.confirm({
        ...{ title: t('archive'), content: t('archive.sure'), okText: t('archive'), cancelText: t('cancel') },
        onOk: () =>
          archive.mutateAsync({ id, version }).then(async () => {
            notify.done(t('archive.done'))
            await navigate({ to: '/standards' })
          }),
      }),
  }
}
