import { type Run, status } from './command.ts'
import { commands } from './commands.ts'

const aliases: Readonly<Record<string, string>> = {
  '--help': 'help',
  '-h': 'help',
  '--version': 'version',
  '-v': 'version',
}

/** Finds the command that the arguments name and runs it. */
export const run: Run = async (args, terminal) => {
  const [first = 'help', ...rest] = args
  const name = aliases[first] ?? first
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command) return (await command.load())(rest, terminal)
  terminal.err(`luoshi: 没有“${name}”这个命令。运行 luoshi help 看有哪些命令。\n`)
  terminal.err(`luoshi: there is no command "${name}". Run luoshi help to see those there are.\n`)
  return status.refused
}
