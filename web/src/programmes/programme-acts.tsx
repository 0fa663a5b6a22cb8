import type { ProgrammeOverview } from '@luoshi/contract/programmes'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Dropdown, Input, type MenuProps } from 'antd'
import { useRef } from 'react'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { offers } from '../ui/session.ts'
import { useNotify } from '../ui/use-notify.ts'
import { programmeWords } from './words.ts'

type Props = { readonly programme: ProgrammeOverview }

/** Pause, end, rename, choose what is counted down to, bring in a new version: only what one may do. */
export const ProgrammeActs = ({ programme }: Props) => {
  const t = useWords(programmeWords)
  const { modal } = App.useApp()
  const navigate = useNavigate()
  const { change, name } = useChange(programme)
  const { id, title, status, milestones } = programme
  const { canManage, canRevise } = rightsOn(programme)

  const rename = () =>
    modal.confirm({
      title: t('renameTitle'),
      icon: null,
      content: <Input defaultValue={title} maxLength={200} onChange={event => (name.current = event.target.value)} />,
      onOk: () => change({ title: name.current ?? title }),
    })
  const end = () =>
    modal.confirm({
      title: t('endAsk', { title }),
      content: t('endWhy'),
      okText: t('end'),
      onOk: () => change({ status: 'ended' }),
    })
  const items: MenuProps['items'] = [
    { key: 'rename', label: t('rename'), onClick: rename },
    {
      key: 'countdown',
      label: t('choose'),
      children: [
        { key: 'none', label: t('noCountdown'), onClick: () => void change({ countdownMilestoneId: null }) },
        ...milestones.map(milestone => ({
          key: milestone.id,
          label: `${milestone.on} ${milestone.text}`,
          onClick: () => void change({ countdownMilestoneId: milestone.id }),
        })),
      ],
    },
    { type: 'divider' },
    status === 'running'
      ? { key: 'pause', label: t('pause'), onClick: () => void change({ status: 'paused' }) }
      : { key: 'resume', label: t('resume'), onClick: () => void change({ status: 'running' }) },
    ...(status === 'ended' ? [] : [{ key: 'end', label: t('end'), onClick: end }]),
  ]
  return (
    <>
      {canRevise && status !== 'ended' && (
        <Button onClick={() => void navigate({ to: '/plans/new', search: { revises: id } })}>{t('newVersion')}</Button>
      )}
      {canManage && (
        <Dropdown menu={{ items }} trigger={['click']}>
          <Button>{t('more')} ▾</Button>
        </Dropdown>
      )}
    </>
  )
}

const rightsOn = (programme: ProgrammeOverview) => ({
  canManage: offers(programme, 'programme.manage'),
  canRevise: offers(programme, 'plan.revise'),
})

export const mayChange = (programme: ProgrammeOverview): boolean => {
  const { canManage, canRevise } = rightsOn(programme)
  return canManage || canRevise
}

type Change = {
  readonly title?: string
  readonly status?: 'running' | 'ended' | 'paused'
  readonly countdownMilestoneId?: string | null
}

const useChange = ({ id, version }: ProgrammeOverview) => {
  const t = useWords(programmeWords)
  const notify = useNotify()
  const client = useQueryClient()
  const name = useRef<string | null>(null)
  const write = useMutation(
    orpc.programmes.change.mutationOptions({
      onSuccess: () => {
        notify.done(t('saved'))
        return client.invalidateQueries({ queryKey: orpc.programmes.key() })
      },
      onError: notify.refused,
    }),
  )
  return {
    name,
    change: (change: Change): Promise<unknown> => write.mutateAsync({ id, version, ...change }).catch(() => null),
  }
}
