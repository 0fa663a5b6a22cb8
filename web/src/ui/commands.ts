import { registerBy, useOffer, useOffered } from './on-screen.ts'

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

const register = registerBy<Command>(({ id, label }) => `${id}:${label}`)

/** Offers commands in the palette while the component is on screen. */
export const useCommands = (commands: readonly Command[]): void => useOffer(register, commands)

export const useOfferedCommands = (): readonly Command[] => useOffered(register)

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
