import { type Command, type Language, type Run, status } from '../command.ts'
import { pad } from '../terminal/width.ts'

const opening: Readonly<Record<Language, string>> = {
  zh: '落实:像编译器读源码一样读方案,然后让它运行起来。',
  en: 'Luoshi reads a plan the way a compiler reads source, and then runs it.',
}

type Commands = Readonly<Record<string, Command>>

const all = (commands: Commands, language: Language): string => {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  luoshi ${pad(name, 10)} ${summary[language]}`)
  return [opening[language], '', ...lines, ''].join('\n')
}

/** `luoshi help` lists the commands, `luoshi help compile` says how one is used. */
export const help =
  (commands: Commands): Run =>
  async ([name], { out, err }) => {
    const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined
    if (command) out(`${command.usage}\n${command.summary.zh}\n${command.summary.en}\n`)
    else if (name === undefined) out(`${all(commands, 'zh')}\n${all(commands, 'en')}`)
    else err(`luoshi: 没有“${name}”这个命令。There is no command "${name}".\n`)
    return name === undefined || command ? status.clean : status.refused
  }
