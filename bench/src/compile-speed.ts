import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { noiseTexts } from './noise-text.ts'
import { planText } from './plan-text.ts'
import { printNotes, printTable } from './print-table.ts'
import { compileLimit, timedCompile } from './timed-compile.ts'
import { milliseconds, timed } from './timing.ts'

const megabyte = 1_000_000

/** The compiler against a word segmenter written in Rust, on the same text in the same run. `--texts DIR` adds plans of one's own. */
export const compileSpeed = async (args: readonly string[]): Promise<void> => {
  const jieba = Jieba.withDict(dict)
  const cut: Cut = text => jieba.cut(text, true)

  console.log('\nInvented plans, from one megabyte to ten: linear means that the time per megabyte stays')
  const sizes = [1, 2, 4, 7, 10]
  await compare(
    cut,
    sizes.map(size => [`${size} MB of plans`, planText(size * megabyte)] as const),
    5,
  )

  const own = ownTexts(args)
  if (own.length > 0) {
    console.log('\nPlans given with --texts, repeated to a megabyte')
    await compare(cut, own, 5)
  }

  console.log('\nOne megabyte of what is no plan')
  await compare(cut, Object.entries(noiseTexts(megabyte)), 3)

  console.log(`\nLoading the library and compiling its first short plan, in a fresh process: ${loadTime()}`)
  printNotes(
    'compile: text to plans with every list and diagnostic. jieba: text to words, with its model for unknown words (its default).',
    'They do different work; the segmenter is a yardstick for what reading a text once costs, not a rival.',
    'Rates and the last column go by processor time in all threads of the process, the columns before them by the clock too.',
    'Medians of several runs after one to warm up; MB are UTF-8 bytes; no file is read and nothing is printed within the time.',
  )
}

type Cut = (text: string) => readonly string[]

const compare = async (cut: Cut, texts: readonly (readonly [string, string])[], runs: number): Promise<void> => {
  const rows: string[][] = []
  for (const [name, text] of texts) {
    const size = Buffer.byteLength(text) / megabyte
    const ours = await timedCompile(text, runs)
    const theirs = await timed(runs, () => cut(text))
    const jieba = [milliseconds(theirs.wall), milliseconds(theirs.cpu)]
    const rate = `${((size * 1000) / theirs.cpu).toFixed(1)} MB/s`
    if (ours === null) rows.push([name, `over ${compileLimit / 1000} s`, '', ...jieba, '', '', rate, ''])
    else
      rows.push([
        name,
        milliseconds(ours.wall),
        milliseconds(ours.cpu),
        ...jieba,
        milliseconds(ours.cpu / size),
        `${((size * 1000) / ours.cpu).toFixed(1)} MB/s`,
        rate,
        `${(theirs.cpu / ours.cpu).toFixed(2)} ×`,
      ])
  }
  printTable(['', 'compile', '(cpu)', 'jieba', '(cpu)', 'compile per MB', 'compile', 'jieba', 'faster by'], rows)
}

const ownTexts = (args: readonly string[]): readonly (readonly [string, string])[] => {
  const directory = args[args.indexOf('--texts') + 1]
  if (!args.includes('--texts') || directory === undefined) return []
  const all = readdirSync(directory)
    .filter(name => name.endsWith('.txt'))
    .sort()
    .map(name => readFileSync(join(directory, name), 'utf8'))
    .join('\n\n')
  return [[`${directory}`, all.repeat(Math.max(1, Math.ceil(megabyte / Buffer.byteLength(all))))]]
}

const loadTime = (): string => {
  const script = `const start = performance.now()
    const { compile } = await import(${JSON.stringify(import.meta.resolve('@luoshi/plan-compiler/compile'))})
    const loaded = performance.now()
    compile('一、目标\\n各社区每周清理楼道。', { name: 'first' })
    console.log((loaded - start).toFixed(0) + ' ms + ' + (performance.now() - loaded).toFixed(0) + ' ms')`
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).trim()
}
