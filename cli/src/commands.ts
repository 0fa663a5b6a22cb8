import type { Command } from './command.ts'

/** Every command by its name. To add one: a file in `commands/`, a line here. */
export const commands: Readonly<Record<string, Command>> = {
  backup: {
    usage: 'luoshi backup FILE [--data DIR] [--database URL]',
    summary: { zh: '把全部记录和证据文件备份成一个文件', en: 'Writes the whole record and its files into one file' },
    load: async () => (await import('./commands/backup.ts')).backup,
  },
  compile: {
    usage: 'luoshi compile FILE|- [--json] [--fix] [--year YYYY] [--lang zh|en] [--color|--no-color]',
    summary: {
      zh: '读一份方案,列出其中的事项和对不上的地方;--fix 把只有一种改法的改好,另存一份',
      en: 'Reads a plan: what it holds, and what does not add up; --fix writes a copy with what has one right answer put right',
    },
    load: async () => (await import('./commands/compile.ts')).compile,
  },
  help: {
    usage: 'luoshi help [COMMAND]',
    summary: { zh: '说明用法', en: 'Says how to use it' },
    load: async () => (await import('./commands/help.ts')).help(commands),
  },
  restore: {
    usage: 'luoshi restore FILE [--data DIR] [--database URL]',
    summary: { zh: '把备份恢复到空的数据库和文件夹', en: 'Puts a backup into an empty database and folder' },
    load: async () => (await import('./commands/restore.ts')).restore,
  },
  serve: {
    usage: 'luoshi serve [--port N] [--host ADDRESS] [--data DIR] [--database URL]',
    summary: { zh: '启动服务', en: 'Runs the server' },
    load: async () => (await import('./commands/serve.ts')).serve,
  },
  simulate: {
    usage: 'luoshi simulate ARCHETYPE… | --all [--days N]',
    summary: {
      zh: '把现成方案按日历从头跑到尾,并核对每一笔',
      en: 'Runs ready programmes through their calendars and accounts for everything',
    },
    load: async () => (await import('./commands/simulate.ts')).simulate,
  },
  verify: {
    usage: 'luoshi verify [--data DIR] [--database URL] [--seal HEX] | draw FILE|URL|- [--noted HEX]',
    summary: {
      zh: '证明审计记录和证据封存以来没有被改动;或证明一次抽签属实',
      en: 'Proves that audit and evidence were not changed since they were sealed, or that a draw was fair',
    },
    load: async () => (await import('./commands/verify.ts')).verify,
  },
  version: {
    usage: 'luoshi version',
    summary: { zh: '显示版本', en: 'Prints the version' },
    load: async () => (await import('./commands/version.ts')).version,
  },
}
