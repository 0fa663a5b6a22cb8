import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { loadTimes, memoryOf } from './compile-process.ts'
import { noiseTexts } from './noise-text.ts'
import { planText } from './plan-text.ts'
import { printNotes, printTable } from './print-table.ts'
import { compileLimit, timedCompile } from './timed-compile.ts'
import { milliseconds, timed } from './timing.ts'

const megabyte = 1_000_000
/** Milliseconds of the clock for a megabyte, whatever it holds. */
const limit = 1000

/** The compiler against a word segmenter written in Rust, on the same text in the same run. `--texts DIR` adds plans of one's own. */
export const compileSpeed = async (args: readonly string[]): Promise<void> => {
  const jieba = Jieba.withDict(dict)
  const cut: Cut = text => jieba.cut(text, true)

  console.log('\nPlans, from one megabyte to ten: linear means that the time per megabyte stays')
  const sizes = [1, 3, 10]
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

  console.log(
    '\nMemory of a process that compiles a text three times: what it needs at most, and what it keeps afterwards',
  )
  printTable(
    ['', 'most', 'most per MB', 'kept afterwards'],
    [1, 3, 10].map(size => {
      const { most, kept } = memoryOf(size * megabyte)
      return [`${size} MB of plans`, `${most.toFixed(0)} MB`, `${(most / size).toFixed(0)} MB`, `${kept.toFixed(1)} MB`]
    }),
  )

  console.log('\nLoading the library in a fresh process, and compiling a first short plan')
  printTable(
    ['', 'load', '(cpu)', 'first plan', '(cpu)'],
    loadTimes().map(({ name, load, first }) => [
      name,
      ...[load, first].flatMap(t => [t.wall, t.cpu]).map(milliseconds),
    ]),
  )
  printNotes(
    'compile: text to plans with every list and diagnostic. jieba: text to words, with its model for unknown words (its default).',
    'They do different work; the segmenter is a yardstick for what reading a text once costs, not a rival.',
    'Who is faster goes by processor time in all threads of the process; the other columns give the clock too.',
    'Both sides: medians of several runs after five seconds, or one run, to warm up; MB are UTF-8 bytes; no file is read and nothing',
    'printed within the time. What a cold start takes is told by the last table.',
    'The plans are those of the catalogue, each time with other places, names, days and figures and some lines left out.',
    'Memory is what the process grows by beyond the loaded library and the text. Node keeps what it compiled of a library for',
    'later starts where it is told to, as `luoshi` tells it.',
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
    if (ours === null) rows.push([name, `over ${compileLimit / 1000} s`, '', ...jieba, '', '', 'jieba', 'no'])
    else
      rows.push([
        name,
        milliseconds(ours.wall),
        milliseconds(ours.cpu),
        ...jieba,
        milliseconds(ours.cpu / size),
        milliseconds(theirs.cpu / size),
        verdict(ours.cpu, theirs.cpu),
        ours.wall / size <= limit ? 'yes' : 'no',
      ])
  }
  printTable(['', 'compile', '(cpu)', 'jieba', '(cpu)', 'compile per MB', 'jieba per MB', 'faster', 'MB < 1 s'], rows)
}

/** Who is faster, and how many times. */
const verdict = (ours: number, theirs: number): string =>
  ours <= theirs ? `compile ${(theirs / ours).toFixed(1)} ×` : `jieba ${(ours / theirs).toFixed(1)} ×`

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
