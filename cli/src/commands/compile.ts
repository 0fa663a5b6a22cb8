import { parseArgs } from 'node:util'
import type { ReadText } from '@luoshi/plan-compiler/1-read/read-bytes'
import type { Compilation } from '@luoshi/plan-compiler/plan'
import { type Language, type Run, status, type Terminal } from '../command.ts'
import { refusals } from '../show/refusals.ts'

type Request = {
  readonly file: string
  readonly json: boolean
  readonly fix: boolean
  readonly year: number | null
  readonly language: Language
  readonly colours: boolean | null
}

const options = {
  json: { type: 'boolean' },
  fix: { type: 'boolean' },
  year: { type: 'string' },
  lang: { type: 'string' },
  color: { type: 'boolean' },
  'no-color': { type: 'boolean' },
} as const

const unknownOption = (error: unknown): string => {
  const option = /--?[\w-]+/.exec(String(error))?.[0] ?? ''
  return `选项“${option}”不认识,或者少了值。(The option ${option} is unknown or lacks a value.) 运行 luoshi help compile 看用法。`
}

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    return unknownOption(error)
  }
}

/** What is asked for, or what is wrong with how it is asked. */
const requestOf = (args: readonly string[]): Request | string => {
  const read = parsed(args)
  if (typeof read === 'string') return read
  const { values, positionals } = read
  const [file, ...more] = positionals
  const { year, lang = 'zh' } = values
  if (file === undefined)
    return '没有写要读的文件;读标准输入请写“-”。(No file was named; write "-" to read standard input.)'
  if (more.length > 0) return `一次只读一个文件。(One file at a time, not ${more.length + 1}.)`
  if (lang !== 'zh' && lang !== 'en') return `--lang 只能是 zh 或 en,不能是“${lang}”。(--lang is zh or en.)`
  if (year !== undefined && !/^(?:19|20)\d{2}$/.test(year))
    return `--year 要写四位年份,不能是“${year}”。(--year is a year of four digits.)`
  const fix = values.fix === true
  if (fix && file === '-') return '--fix 要写出文件,不能读标准输入。(--fix writes a copy beside a file; name one.)'
  const colours = values.color ? true : values['no-color'] ? false : null
  return {
    file,
    json: values.json === true,
    fix,
    year: year === undefined ? null : Number(year),
    language: lang,
    colours,
  }
}

const complain = ({ err }: Terminal, sentence: string): number => {
  err(`luoshi compile: ${sentence}\n`)
  return status.refused
}

const bytesOf = async ({ file }: Request, terminal: Terminal): Promise<Uint8Array | string> => {
  try {
    return file === '-' ? await terminal.readInput() : await terminal.readFile(file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT') return `找不到文件“${file}”。请检查路径。(There is no file "${file}"; check the path.)`
    if (code === 'EISDIR') return `“${file}”是文件夹。请写出其中的一个文件。("${file}" is a folder; name a file in it.)`
    if (code === 'EACCES')
      return `没有权限读“${file}”。请检查文件权限。("${file}" may not be read; check its permissions.)`
    return `读不了“${file}”(${code || String(error)})。("${file}" cannot be read.)`
  }
}

const widest = 120

const show = async (
  request: Request,
  terminal: Terminal,
  compilation: Compilation,
  document: Pick<ReadText, 'text' | 'format'>,
): Promise<string> => {
  if (request.json) return `${JSON.stringify(compilation, null, terminal.interactive ? 2 : 0)}\n`
  const [{ showCompilation }, { sourceMap, sourcePlaces }, { painter }] = await Promise.all([
    import('../show/show-compilation.ts'),
    import('../show/source-map.ts'),
    import('../terminal/paint.ts'),
  ])
  const { language } = request
  const position = sourceMap(document.text, compilation.text)
  const inText = (offset: number): string => `${position(offset).line}:${position(offset).column}`
  const isText = document.format === 'txt' || document.format === 'md'
  return showCompilation(compilation, {
    name: compilation.source.name,
    text: compilation.text,
    language,
    columns: Math.min(terminal.columns ?? widest, widest),
    paint: painter(request.colours ?? terminal.colours),
    position,
    address: isText ? inText : sourcePlaces(compilation.source.places ?? [], language),
  })
}

type Copy = Pick<ReadText, 'name' | 'text' | 'format'>

/** Writes the corrected copy; a sentence where it cannot be written. What is shown afterwards is the copy. */
const writeCopy = async (
  { file }: Request,
  terminal: Terminal,
  read: ReadText,
  compileText: (text: string) => Compilation,
): Promise<Copy | string> => {
  const { correct, pathOfCopy } = await import('./corrected-copy.ts')
  const { text, places } = correct(read.text, compileText)
  const name = pathOfCopy(file, read)
  if (places === 0)
    terminal.err('没有只有一种改法的地方,没有另存。(Nothing has only one right answer; no copy was written.)\n')
  else {
    try {
      await terminal.writeNewFile(name, text)
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
        return `“${name}”已经有了,没有覆盖。请先移走。(${name} is there already and was not written over; move it first.)`
      return `写不了“${name}”。请检查文件夹权限。(${name} cannot be written; check the folder's permissions.)`
    }
    terminal.err(`改了${places}处,另存为“${name}”。(${places} places corrected, in ${name}.)\n`)
  }
  return { name: places === 0 ? file : name, text, format: 'txt' }
}

/** Reads a document and prints its plans: as JSON for programs, else for a person. */
export const compile: Run = async (args, terminal) => {
  const request = requestOf(args)
  if (typeof request === 'string') return complain(terminal, request)
  const bytes = await bytesOf(request, terminal)
  if (typeof bytes === 'string') return complain(terminal, bytes)
  const [reader, compiler] = await Promise.all([
    import('@luoshi/plan-compiler/1-read/read-bytes'),
    import('@luoshi/plan-compiler/compile'),
  ])
  const name = request.file === '-' ? 'stdin' : request.file
  const read = await reader.readBytes(bytes, name)
  if (read.kind === 'refused') return complain(terminal, refusals[read.reason])
  const { year, language } = request
  const options = { name, language, ...(year === null ? {} : { year }) }
  const fixed = request.fix ? await writeCopy(request, terminal, read, text => compiler.compile(text, options)) : null
  if (typeof fixed === 'string') return complain(terminal, fixed)
  const { text, places, sha256 } = read
  const compilation = fixed
    ? compiler.compile(fixed.text, { ...options, name: fixed.name })
    : compiler.compile(text, { ...options, sha256, places })
  terminal.out(await show(request, terminal, compilation, fixed ?? read))
  const broken = compilation.plans.some(plan => plan.diagnostics.some(({ severity }) => severity === 'error'))
  return broken ? status.errors : status.clean
}
