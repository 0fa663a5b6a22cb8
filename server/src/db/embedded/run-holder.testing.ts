import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export type Line =
  | { readonly kind: 'log' | 'refused'; readonly sentence: string; readonly code?: string }
  | { readonly kind: 'ready'; readonly url: string }
  | { readonly kind: 'written'; readonly n: number }

export type Holder = {
  readonly lines: readonly Line[]
  /** Waits for a line that fits; fails when the process ends without one. */
  readonly see: <K extends Line['kind']>(kind: K, fits?: (line: Line) => boolean) => Promise<Extract<Line, { kind: K }>>
  readonly end: (signal: NodeJS.Signals) => Promise<void>
}

const SCRIPT = new URL('./holder.testing.ts', import.meta.url).pathname

/** Runs a small Luoshi in a process of its own, as another user if one is named (`setpriv` must be there). */
export const runHolder = (dataDir: string, work: 'hold' | 'write', user?: string): Holder => {
  const asUser = user ? ['setpriv', `--reuid=${user}`, '--regid=nogroup', '--clear-groups'] : []
  const [command = '', ...args] = [...asUser, process.execPath, SCRIPT, dataDir, work]
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: Line[] = []
  const reader = createInterface({ input: child.stdout })
  const waiting = new Set<() => void>()
  const wake = () => {
    for (const go of waiting) go()
    waiting.clear()
  }
  reader.on('line', text => {
    lines.push(JSON.parse(text))
    wake()
  })
  reader.on('close', wake)

  return {
    lines,
    see: async (kind, fits = () => true) => {
      for (;;) {
        const found = lines.find(line => line.kind === kind && fits(line))
        if (found) return found as never // its kind was compared on the line before
        if (ended(child)) throw new Error(`ended without "${kind}": ${JSON.stringify(lines)}`)
        await new Promise<void>(resolve => waiting.add(resolve))
      }
    },
    end: async signal => {
      if (!ended(child)) {
        child.kill(signal)
        await once(child, 'close')
      }
    },
  }
}

const ended = (child: ChildProcess) => child.stdout?.readableEnded ?? true
