import { sendAll } from '@luoshi/sync/outbox'
import type { Phone } from '@luoshi/sync/phone'
import { takeCarried } from '@luoshi/sync/take-carried'
import { type FieldDatabase, unpack } from './field-database.ts'
import { askCarried, fieldWire } from './field-wire.ts'

/** Where the phone stands with the server, for the bar above every page. */
export type SyncState = 'idle' | 'sending' | 'offline' | 'signed-out'

export type Synchroniser = {
  readonly state: () => SyncState
  readonly subscribe: (listener: () => void) => () => void
  /** Sends what waits; `fetch` also brings what is new. Asked while it runs, it runs once more. */
  readonly run: (what?: 'send' | 'fetch') => void
  readonly stop: () => void
}

const writingPauseMs = 400
const rhythmMs = 5 * 60_000

/** Sends and fetches whenever there is reason to: something was written, the signal is back, the page is looked at, time has passed. */
export const synchronise = (phone: Phone<Blob>, carried: FieldDatabase): Synchroniser => {
  const listeners = new Set<() => void>()
  let state: SyncState = navigator.onLine ? 'idle' : 'offline'
  let running = false
  let wanted: 'send' | 'fetch' | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  const become = (next: SyncState): void => {
    state = next
    for (const listener of listeners) listener()
  }

  const later = (ms: number, what: 'send' | 'fetch'): void => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(() => run(what), ms)
  }

  const fetchCarried = async (): Promise<SyncState> => {
    const askedMs = phone.now()
    const reply = await askCarried()
    if (reply.kind === 'signed-out') return 'signed-out'
    if (reply.kind !== 'answer') return reply.kind === 'unreachable' ? 'offline' : 'idle'
    // Somebody else has signed in meanwhile, in another window: theirs is not unpacked here.
    if (reply.value.person.id !== phone.personId) return 'signed-out'
    await unpack(carried, reply.value)
    await takeCarried(phone, { ...reply.value, askedMs })
    return 'idle'
  }

  const once = async (what: 'send' | 'fetch'): Promise<SyncState> => {
    const sent = await sendAll(phone, fieldWire)
    if (sent.kind === 'signed-out') return 'signed-out'
    if (sent.kind === 'wait') {
      later(sent.ms, what)
      return navigator.onLine ? 'idle' : 'offline'
    }
    return what === 'fetch' ? fetchCarried() : 'idle'
  }

  const run = (what: 'send' | 'fetch' = 'send'): void => {
    wanted = wanted === 'fetch' ? 'fetch' : what
    if (running || stopped) return
    running = true
    void (async () => {
      try {
        while (wanted !== null) {
          const now: 'send' | 'fetch' = wanted
          wanted = null
          later(rhythmMs, 'fetch')
          become('sending')
          become(await once(now))
        }
      } catch (thrown) {
        become('idle')
        reportError(thrown)
      } finally {
        running = false
      }
    })()
  }

  const seen = (): void => {
    if (document.visibilityState === 'visible') run('fetch')
  }
  const back = (): void => run('fetch')
  const gone = (): void => become('offline')
  addEventListener('online', back)
  addEventListener('offline', gone)
  document.addEventListener('visibilitychange', seen)

  return {
    state: () => state,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    run: what => (what === undefined ? later(writingPauseMs, 'send') : run(what)),
    stop: () => {
      stopped = true
      clearTimeout(timer)
      removeEventListener('online', back)
      removeEventListener('offline', gone)
      document.removeEventListener('visibilitychange', seen)
    },
  }
}
