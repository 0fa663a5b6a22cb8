const RHYTHM = 3_600_000

/**
 * Keeps the files of a door on this device, so that it opens without a connection. A newer release that lies ready when the door is
 * opened is taken on at once, before anything is in hand; of one that comes later, `onNewVersion` is told, with what opens it.
 */
export const keepOffline = async (
  name: string,
  onNewVersion: (open: () => void) => void,
  ending: AbortSignal,
): Promise<void> => {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // A device that refuses (no room, a private window) simply has no page without a connection.
  const registration = await navigator.serviceWorker
    .register(`/${name}-worker.js`, { scope: `/${name}` })
    .catch(() => undefined)
  if (!registration || ending.aborted) return
  if (registration.waiting !== null && registration.active !== null) return open(registration.waiting)
  const watch = (): void => {
    registration.installing?.addEventListener('statechange', () => {
      const { waiting, active } = registration
      if (waiting !== null && active !== null && !ending.aborted) onNewVersion(() => open(waiting))
    })
  }
  watch()
  registration.addEventListener('updatefound', watch, { signal: ending })
  const timer = setInterval(() => void registration.update().catch(() => {}), RHYTHM)
  ending.addEventListener('abort', () => clearInterval(timer))
}

const open = (waiting: ServiceWorker): void => {
  waiting.addEventListener('statechange', () => {
    if (waiting.state === 'activated') location.reload()
  })
  waiting.postMessage({ type: 'open-new-version' })
}
