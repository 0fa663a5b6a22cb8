import { status, type Terminal } from '../command.ts'

/** Says on one line why a command did not do its work; gives its exit status. */
export const refused = (command: string, terminal: Terminal, reason: unknown): number => {
  const sentence = reason instanceof Error ? reason.message : String(reason)
  terminal.err(`luoshi ${command}: ${sentence}\n运行 luoshi help ${command} 看用法。(Run luoshi help ${command}.)\n`)
  return status.refused
}
