import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ProblemCode, problems } from '@luoshi/contract/problem'
import { problemWords } from '@luoshi/contract/problem-words'
import { expect, test } from 'vitest'

const sourcesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => ({ name, text: readFileSync(join(folder, name), 'utf8') }))

const sources = sourcesIn(import.meta.dirname)
/** What a rule refuses with may be a problem by name. */
const rules = sourcesIn(join(import.meta.dirname, '../../packages/rules/src'))
const tests = sources.filter(({ name }) => name.endsWith('.test.ts') && name !== 'problem.test.ts')
const commands = [...sources, ...rules].filter(({ name }) => !/\.(test|testing)\.ts$/.test(name))

const codes = Object.keys(problems) as ProblemCode[]

test('every problem is provoked by a test', () => {
  const silent = codes.filter(code => !tests.some(({ text }) => text.includes(`'${code}'`)))
  expect(silent).toEqual([])
})

test('every problem can be met', () => {
  const unused = codes.filter(code => !commands.some(({ text }) => text.includes(`'${code}'`)))
  expect(unused).toEqual([])
})

test('every problem is told in Chinese and in English, in the same terms', () => {
  const namesIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? '').sort()
  for (const code of [...codes, 'internal'] as const) {
    const { zh, en } = problemWords[code]
    expect([code, zh.title, zh.detail].every(words => words.length > 2)).toBe(true)
    expect(zh.detail).toMatch(/\p{Script=Han}/u)
    expect(en.detail).not.toMatch(/\p{Script=Han}/u)
    expect([code, ...namesIn(zh.title + zh.detail)]).toEqual([code, ...namesIn(en.title + en.detail)])
  }
})

test('whoever raises a problem gives what its words need', () => {
  const poor = commands.flatMap(({ name, text }) =>
    [...text.matchAll(/new Problem\(\s*'([\w-]+)'(?:,\s*\{([^}]*)\})?/g)].flatMap(([, code = '', given = '']) => {
      const words = problemWords[code as ProblemCode].zh
      const needed = [...(words.title + words.detail).matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? '')
      return needed
        .filter(param => !new RegExp(`\\b${param}\\b`).test(given))
        .map(param => `${name}: ${code} without ${param}`)
    }),
  )
  expect(poor).toEqual([])
})
