import type { Evidence } from '@luoshi/contract/evidence'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { type PointerEvent, useState } from 'react'
import { api, orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { useNotify } from '../ui/use-notify.ts'
import styles from './cover.module.css'
import { coverWords } from './cover-words.ts'

type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
type Props = { readonly photo: Evidence; readonly onClose: () => void }

const clamp = (share: number): number => Math.min(1, Math.max(0, share))

const between = (one: Spot, other: Spot): Area => ({
  x: Math.min(one.x, other.x),
  y: Math.min(one.y, other.y),
  width: Math.abs(one.x - other.x),
  height: Math.abs(one.y - other.y),
})
type Spot = { readonly x: number; readonly y: number }

/** Rectangles drawn over faces and plates; the server makes the copy that may be public, and the picture stays as it is. */
export const CoverDialog = ({ photo, onClose }: Props) => {
  const t = useWords(coverWords)
  const notify = useNotify()
  const client = useQueryClient()
  const input = { id: photo.id }
  const { data: covered } = useQuery(orpc.evidence.covered.queryOptions({ input }))
  const [drawn, setDrawn] = useState<readonly Area[] | null>(null)
  const [from, setFrom] = useState<Spot | null>(null)
  const [to, setTo] = useState<Spot | null>(null)
  const [busy, setBusy] = useState(false)
  const areas = drawn ?? covered?.areas ?? []
  const spotOf = (event: PointerEvent<HTMLElement>): Spot => {
    const box = event.currentTarget.getBoundingClientRect()
    return {
      x: clamp((event.clientX - box.left) / box.width),
      y: clamp((event.clientY - box.top) / box.height),
    }
  }
  const finish = () => {
    const area = from && to ? between(from, to) : null
    if (area && area.width > 0.005 && area.height > 0.005) setDrawn([...areas, area])
    setFrom(null)
    setTo(null)
  }
  const save = async () => {
    setBusy(true)
    try {
      await api.evidence.cover({ id: photo.id, areas: [...areas] })
      notify.done(t('done'))
      void client.invalidateQueries({ queryKey: orpc.evidence.covered.queryKey({ input }) })
      onClose()
    } catch (thrown) {
      notify.refused(thrown)
    } finally {
      setBusy(false)
    }
  }
  const current = from && to ? between(from, to) : null
  return (
    <Modal
      open
      width={760}
      centered
      zIndex={1100}
      title={t('title')}
      okText={t('save')}
      cancelText={t('cancel')}
      okButtonProps={{ loading: busy }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <p className={styles.soft}>{t('hint')}</p>
      <div
        className={styles.cover}
        onPointerDown={event => {
          event.currentTarget.setPointerCapture(event.pointerId)
          setFrom(spotOf(event))
          setTo(null)
        }}
        onPointerMove={event => from && setTo(spotOf(event))}
        onPointerUp={finish}
      >
        <img src={photo.url ?? ''} alt={photo.name} draggable={false} />
        {[...areas, ...(current ? [current] : [])].map(({ x, y, width, height }) => (
          <i
            key={`${x} ${y} ${width} ${height}`}
            style={{ left: `${x * 100}%`, top: `${y * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` }}
          />
        ))}
      </div>
      <div className={styles.acts}>
        <span className={styles.soft}>{t('count', { count: areas.length })}</span>
        <Button size="small" disabled={areas.length === 0} onClick={() => setDrawn(areas.slice(0, -1))}>
          {t('undo')}
        </Button>
        {covered && <span className={styles.soft}>{t('before', { who: covered.coveredBy.name })}</span>}
      </div>
    </Modal>
  )
}
