import { useEffect, useRef, useSyncExternalStore } from 'react'

/** Something the palette offers by name. `also` holds other words it is found by. */
export type Command = {
  readonly id: string
  readonly label: string
  readonly group: string
  readonly hint?: string | undefined
  /** The shortcut that does the same. */
  readonly keys?: string
  readonly also?: string
  readonly run: () => void
}

type Entry = { readonly current: readonly Command[] }
let entries: readonly Entry[] = []
let snapshot: readonly Command[] = []
const listeners = new Set<() => void>()

const announce = (): void => {
  snapshot = entries.flatMap(entry => entry.current)
  for (const listener of listeners) listener()
}

/** Offers commands in the palette while the component is on screen. */
export const useCommands = (commands: readonly Command[]): void => {
  const entry = useRef(commands)
  entry.current = commands
  const names = commands.map(({ id, label }) => `${id}:${label}`).join('|')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the palette changes when the names do
  useEffect(() => {
    entries = [...entries, entry]
    announce()
    return () => {
      entries = entries.filter(other => other !== entry)
      announce()
    }
  }, [names])
}

export const useOfferedCommands = (): readonly Command[] =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => snapshot,
  )

/** Those whose name or other words hold what was typed; those that begin with it first. */
export const commandsFor = (commands: readonly Command[], typed: string): readonly Command[] => {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return commands
  const rank = ({ label, also = '' }: Command): number => {
    const name = label.toLowerCase()
    if (name.startsWith(wanted)) return 0
    if (name.includes(wanted)) return 1
    return also.toLowerCase().includes(wanted) ? 2 : 3
  }
  return commands
    .map(command => ({ command, rank: rank(command) }))
    .filter(({ rank: place }) => place < 3)
    .sort((one, other) => one.rank - other.rank)
    .map(({ command }) => command)
}
