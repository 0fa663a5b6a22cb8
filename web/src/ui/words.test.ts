import { expect, test } from 'vitest'
import type { Catalogue } from './i18n.ts'

const files = import.meta.glob<Record<string, Catalogue>>('../**/words.ts', { eager: true })
const catalogues = Object.entries(files).flatMap(([path, file]) =>
  Object.values(file)
    .filter(value => typeof value === 'object' && 'namespace' in value)
    .map(catalogue => [path, catalogue] as const),
)
const holes = (sentence: string): readonly string[] =>
  [...new Set([...sentence.matchAll(/{{(\w+)}}/g)].map(match => match[1] ?? ''))].sort()

test('there are words to look at', () => {
  expect(catalogues.length).toBeGreaterThan(0)
})

test('no two features share a namespace', () => {
  const names = catalogues.map(([, { namespace }]) => namespace)
  expect(new Set(names).size).toBe(names.length)
})

test.each(catalogues)('%s says everything in both languages', (_, { zh, en }) => {
  const english = Object.keys(en).map(key => key.replace(/_one$/, ''))
  expect([...new Set(english)].sort()).toEqual(Object.keys(zh).sort())
  expect(Object.entries({ ...zh, ...en }).filter(([, sentence]) => sentence.trim() === '')).toEqual([])
})

test.each(catalogues)('%s leaves the same things open in both languages', (_, { zh, en }) => {
  const differing = Object.entries(zh).filter(
    ([key, sentence]) => holes(sentence).join() !== holes(en[key] ?? '').join(),
  )
  expect(differing).toEqual([])
})

test.each(catalogues)('%s has its Chinese in Chinese punctuation', (_, { zh }) => {
  const half = Object.entries(zh).filter(([, sentence]) =>
    /[\u4e00-\u9fff][,;:!?]|[,;!?][\u4e00-\u9fff]/.test(sentence),
  )
  expect(half).toEqual([])
})
