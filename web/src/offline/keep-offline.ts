const RHYTHM = 3_600_000

/**
 * Keeps the files of a door on this device, so that it opens without a connection. `onNewVersion` is told when a newer release
 * lies ready, with what opens it.
 */
export const keepOffline = async (name: string, onNewVersion: (open: () => void) => void): Promise<void> => {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // A device that refuses (no room, a private window) simply has no page without a connection.
  const registration = await navigator.serviceWorker
    .register(`/${name}-worker.js`, { scope: `/${name}` })
    .catch(() => undefined)
  if (!registration) return
  const tell = (): void => {
    const { waiting } = registration
    if (waiting !== null && registration.active !== null) onNewVersion(() => open(waiting))
  }
  tell()
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', tell)
  })
  setInterval(() => void registration.update().catch(() => {}), RHYTHM)
}

const open = (waiting: ServiceWorker): void => {
  waiting.addEventListener('statechange', () => {
    if (waiting.state === 'activated') location.reload()
  })
  waiting.postMessage({ type: 'open-new-version' })
}
