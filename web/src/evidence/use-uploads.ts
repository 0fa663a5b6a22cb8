import type { Evidence } from '@luoshi/contract/evidence'
import { useEffect, useRef, useState } from 'react'
import { api } from '../ui/api.ts'
import { newId } from '../ui/uuid.ts'
import { httpWire } from './http-wire.ts'
import { forgetUpload, uploadIdFor } from './kept-upload.ts'
import { sendFile } from './send-file.ts'
import { sha256Of } from './sha256-of.ts'
import { isUnderWay, refusalOf, type Upload, type UploadState } from './upload.ts'

const wire = httpWire(api, () => location.origin)
const atOnce = 2
const seconds = (count: number): Promise<void> => new Promise(resolve => setTimeout(resolve, count * 1000))

/** Waits longer each time, up to half a minute, and no longer than until the network is back. */
const pauseAfter = (failures: number): Promise<void> =>
  Promise.race([
    seconds(Math.min(30, 2 ** (failures - 1))),
    new Promise<void>(resolve => window.addEventListener('online', () => resolve(), { once: true })),
  ])

type Uploads = {
  readonly uploads: readonly Upload[]
  readonly evidence: readonly Evidence[]
  readonly isBusy: boolean
  readonly add: (files: readonly File[]) => void
  readonly again: (key: string) => void
  readonly remove: (key: string) => void
}

/** Sends files for a unit, two at a time, and files each as evidence once it is there whole. */
export const useUploads = (unitId: string): Uploads => {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const files = useRef(new Map<string, File>())
  const stops = useRef(new Map<string, AbortController>())
  const queue = useRef<readonly string[]>([])
  const running = useRef(0)

  const show = (key: string, state: UploadState): void =>
    setUploads(all => all.map(upload => (upload.key === key ? { ...upload, state } : upload)))

  const runNext = (): void => {
    const [key, ...rest] = queue.current
    const file = key === undefined ? undefined : files.current.get(key)
    if (key === undefined || running.current >= atOnce) return
    queue.current = rest
    if (file === undefined) {
      runNext()
      return
    }
    running.current += 1
    const stop = new AbortController()
    stops.current.set(key, stop)
    sendAndFile(file, unitId, stop.signal, state => show(key, state))
      .catch((problem: unknown) => stop.signal.aborted || show(key, { kind: 'failed', problem }))
      .finally(() => {
        running.current -= 1
        runNext()
      })
    runNext()
  }

  const enqueue = (keys: readonly string[]): void => {
    queue.current = [...queue.current, ...keys]
    runNext()
  }

  const add = (chosen: readonly File[]): void => {
    const added = chosen.map(file => {
      const why = refusalOf(file)
      const key = newId()
      if (why === null) files.current.set(key, file)
      const preview = file.type.startsWith('image/') ? URL.createObjectURL(file) : null
      const state: UploadState = why === null ? { kind: 'reading' } : { kind: 'refused', why }
      return { key, name: file.name, bytes: file.size, preview, state }
    })
    setUploads(all => [...all, ...added])
    enqueue(added.map(({ key }) => key))
  }

  const remove = (key: string): void => {
    stops.current.get(key)?.abort()
    files.current.delete(key)
    setUploads(all => {
      const preview = all.find(upload => upload.key === key)?.preview ?? null
      if (preview !== null) URL.revokeObjectURL(preview)
      return all.filter(upload => upload.key !== key)
    })
  }

  const again = (key: string): void => {
    show(key, { kind: 'reading' })
    enqueue([key])
  }

  useEffect(() => () => stops.current.forEach(stop => void stop.abort()), [])

  return {
    uploads,
    evidence: uploads.flatMap(({ state }) => (state.kind === 'ready' ? [state.evidence] : [])),
    isBusy: uploads.some(isUnderWay),
    add,
    again,
    remove,
  }
}

const sendAndFile = async (
  file: File,
  unitId: string,
  signal: AbortSignal,
  show: (state: UploadState) => void,
): Promise<void> => {
  const sha256 = await sha256Of(file)
  signal.throwIfAborted()
  const id = uploadIdFor(sha256)
  let sent = 0
  await sendFile({
    wire,
    file,
    announced: { id, name: file.name, bytes: file.size, mediaType: file.type, sha256 },
    signal,
    onProgress: now => {
      sent = now
      show({ kind: 'sending', sent, waiting: false })
    },
    pause: failures => {
      show({ kind: 'sending', sent, waiting: true })
      return pauseAfter(failures)
    },
  })
  signal.throwIfAborted()
  show({ kind: 'filing' })
  const takenAt = file.lastModified > 0 ? new Date(file.lastModified).toISOString() : null
  const evidence = await api.evidence.finish({
    id: newId(),
    unitId,
    uploadId: id,
    text: null,
    name: file.name,
    takenAt,
    serves: [],
  })
  forgetUpload(sha256)
  show({ kind: 'ready', evidence })
}
