import { DownloadOutlined } from '@ant-design/icons'
import type { RoundDetail } from '@luoshi/contract/rounds'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { api } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { useMe } from '../ui/session.ts'
import styles from './rounds.module.css'
import type { RoundAct } from './use-round-act.ts'
import { roundWords } from './words.ts'

type Props = { readonly round: RoundDetail; readonly acting: RoundAct }

/** What one may do with the whole round, beside its draw. */
export const RoundActs = ({ round, acting }: Props) => {
  const t = useWords(roundWords)
  const [doing, setDoing] = useState<'end' | 'cancel' | null>(null)
  const { id, version, title } = round
  const may = (step: string): boolean => round.actions.includes(step)
  const { today } = useMe().tenant
  const isDue = round.visited === round.points || round.endsOn < today
  const close = () => setDoing(null)
  return (
    <>
      {may('visit.record') ? (
        <Button type="primary" href={`/field/#/round/${id}`}>
          {t('go')}
        </Button>
      ) : null}
      {may('round.change') ? (
        <LinkButton to="/rounds/$roundId/edit" params={{ roundId: id }}>
          {t('edit')}
        </LinkButton>
      ) : null}
      {may('round.cancel') ? (
        <Button type="text" onClick={() => setDoing('cancel')}>
          {t('cancel')}
        </Button>
      ) : null}
      {round.bulletinUrl === null ? null : (
        <Button type="primary" icon={<DownloadOutlined aria-hidden />} href={round.bulletinUrl} download>
          {t('bulletin')}
        </Button>
      )}
      {may('round.end') ? (
        <Button type={isDue ? 'primary' : 'default'} onClick={() => setDoing('end')}>
          {t('end')}
        </Button>
      ) : null}
      {doing === 'end' ? <EndDialog round={round} acting={acting} onClose={close} /> : null}
      {doing === 'cancel' ? (
        <ReasonDialog
          title={t('cancelTitle', { title })}
          {...(round.state === 'drawn' && { what: t('cancelDrawn') })}
          hint={t('cancelReason')}
          go={t('cancel')}
          stay={t('close')}
          busy={acting.busy}
          onClose={close}
          onGo={reason => acting.act(t('cancelled'), () => api.rounds.cancel({ id, version, reason }))}
        />
      ) : null}
    </>
  )
}

const EndDialog = ({ round, acting, onClose }: Props & { readonly onClose: () => void }) => {
  const t = useWords(roundWords)
  const { id, version, title, points, visited, secret } = round
  const missed = points - visited
  const end = () => acting.act(t('ended'), () => api.rounds.end({ id, version }))
  return (
    <Modal
      open
      title={t('endTitle', { title })}
      okText={t('end')}
      cancelText={t('close')}
      okButtonProps={{ loading: acting.busy }}
      onOk={() => void end().then(ok => ok && onClose())}
      onCancel={onClose}
    >
      <div className={styles.dialog}>
        <p>{missed === 0 ? t('endAll', { points }) : t('endMissed', { missed })}</p>
        {secret ? <p>{t('endReveal')}</p> : null}
      </div>
    </Modal>
  )
}
