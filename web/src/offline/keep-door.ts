/** A built file, with the mark of its content where its name does not carry it. */
export type BuiltFile = { readonly url: string; readonly revision: string | null }

declare global {
  // The build puts the files of the door in its place.
  interface Window {
    readonly __WB_MANIFEST: readonly BuiltFile[]
  }
}

/**
 * How a door is opened. `kept`: at once with the kept page, which brings all it needs, however bad the signal; a newer release is
 * taken on when it lies ready whole. `newest`: with the server's page where that comes in time, since it fetches further parts.
 */
export type Opening = 'kept' | 'newest'

/** The network has so long to bring the page before the kept one is shown. */
const PATIENCE = 4_000

/**
 * What the service worker of a door does: keeps the files of its release, hands them out, and opens the door where the server does
 * not answer. It has no say in anything else, least of all in what the server answers. A newer release waits until it is asked for.
 */
export const keepDoor = (scope: typeof globalThis, files: readonly BuiltFile[], opening: Opening): void => {
  const worker = scope as unknown as ServiceWorkerGlobalScope // the one place this code runs in
  const addressOf = ({ url }: BuiltFile): string => new URL(url, worker.location.origin).href
  const front = files.find(({ url }) => url.endsWith('.html'))
  const kept = new Set(files.map(addressOf))
  const { own, isOlder } = storesOf(new URL(worker.registration.scope).pathname, files)

  const install = async (): Promise<void> => {
    const store = await caches.open(await own)
    // What carries its content's mark in its name may come from the browser's own store; the front is asked for anew.
    await store.addAll(files.map(file => new Request(addressOf(file), file.revision ? { cache: 'reload' } : {})))
  }
  const activate = async (): Promise<void> => {
    const name = await own
    const older = (await caches.keys()).filter(other => isOlder(other, name))
    await Promise.all(older.map(other => caches.delete(other)))
    await worker.clients.claim()
  }
  const keptCopy = async (address: string): Promise<Response | undefined> =>
    (await caches.open(await own)).match(address)
  const openDoor = async (request: Request): Promise<Response> => {
    const copy = opening === 'kept' && front && (await keptCopy(addressOf(front)))
    if (copy) return copy
    const asked = fetch(request)
    const soon = await Promise.race([asked.catch(() => null), after(PATIENCE)])
    return soon ?? (front && (await keptCopy(addressOf(front)))) ?? asked
  }

  worker.addEventListener('install', event => event.waitUntil(install()))
  worker.addEventListener('activate', event => event.waitUntil(activate()))
  worker.addEventListener('message', ({ data }) => {
    if (data?.type === 'open-new-version') void worker.skipWaiting()
  })
  worker.addEventListener('fetch', event => {
    const { request } = event
    if (request.method !== 'GET') return
    if (request.mode === 'navigate') event.respondWith(openDoor(request))
    else if (kept.has(request.url)) event.respondWith(keptCopy(request.url).then(copy => copy ?? fetch(request)))
  })
}

/** One store to a release, so that a page never mixes two. */
const storesOf = (door: string, files: readonly BuiltFile[]) => ({
  own: markOf(files.map(({ url, revision }) => `${url} ${revision ?? ''}`).join('\n')).then(
    mark => `luoshi${door}-${mark}`,
  ),
  isOlder: (name: string, own: string): boolean => name.startsWith(`luoshi${door}-`) && name !== own,
})

const markOf = async (release: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(release))
  return [...new Uint8Array(digest)]
    .slice(0, 8)
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('')
}

const after = (milliseconds: number): Promise<null> => new Promise(resolve => setTimeout(resolve, milliseconds, null))
