import type { Plugin, PluginOption, Rollup } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

/** A part of the pages that opens without a connection once it was opened with one. */
export type OfflineDoor = {
  /** Its service worker is made of `<name>-worker.ts` here and has no say outside `/<name>`. */
  readonly name: string
  /** The page file that answers there. */
  readonly front: string
  /** What it fetches when it is first opened, as a path in the source; null where its front brings all it needs. */
  readonly page: string | null
}

/** For the build: each door gets a service worker of its own that keeps the files of that door and nothing else. */
export const offlineDoors = (doors: readonly OfflineDoor[]): PluginOption[] => doors.map(door)

const door = ({ name, front, page }: OfflineDoor): PluginOption[] => {
  let kept: ReadonlySet<string> = new Set()
  const collect: Plugin = {
    name: `luoshi:offline-${name}`,
    apply: 'build',
    generateBundle: (_, bundle) => {
      kept = filesOf(bundle, front, page)
    },
  }
  const workers = VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src/offline',
    filename: `${name}-worker.ts`,
    scope: `/${name}`,
    injectRegister: null,
    manifest: false,
    injectManifest: {
      globPatterns: ['**/*.{html,js,css,woff2}'],
      dontCacheBustURLsMatching: /^assets\//,
      maximumFileSizeToCacheInBytes: 8_000_000,
      manifestTransforms: [async files => ({ manifest: files.filter(({ url }) => kept.has(url)) })],
      rollupFormat: 'iife',
      sourcemap: false,
    },
  })
  return [collect, workers]
}

/** The front, its script and page with all they import at once, their styles, and the threads they start. */
const filesOf = (bundle: Rollup.OutputBundle, front: string, page: string | null): ReadonlySet<string> => {
  const chunks = Object.values(bundle).filter(one => one.type === 'chunk')
  const first = chunks.filter(
    ({ isEntry, facadeModuleId, moduleIds }) =>
      (isEntry && facadeModuleId?.endsWith(`/${front}`)) || (page !== null && moduleIds.some(id => id.endsWith(page))),
  )
  const reached = new Set<string>()
  const reach = (fileName: string): void => {
    const chunk = bundle[fileName]
    if (chunk?.type !== 'chunk' || reached.has(fileName)) return
    reached.add(fileName)
    chunk.imports.forEach(reach)
  }
  for (const { fileName } of first) reach(fileName)
  const assets = Object.keys(bundle).filter(fileName => bundle[fileName]?.type === 'asset')
  const alongside = [...reached].flatMap(fileName => {
    const chunk = bundle[fileName] as Rollup.OutputChunk // only chunks are reached
    const styles = chunk.viteMetadata?.importedCss ?? []
    return [...styles, ...assets.filter(asset => asset.endsWith('.js') && chunk.code.includes(asset))]
  })
  return new Set([front, ...reached, ...alongside])
}
