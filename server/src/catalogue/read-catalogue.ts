import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReadyPlan } from '@luoshi/contract/catalogue'
import { Problem } from '../problem.ts'

const folder = join(import.meta.dirname, '../../../catalogue')
const OPENING = 80

/** The ready plans that come with the product, a folder each. */
export const listReadyPlans = async (): Promise<ReadyPlan[]> => {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter(entry => entry.isDirectory() && /^[a-z]\d\d-/.test(entry.name)).map(entry => entry.name)
  return Promise.all(names.sort().map(async id => described(id, await textOf(id))))
}

export const getReadyPlan = async (id: string): Promise<ReadyPlan & { text: string }> => {
  const known = await listReadyPlans()
  if (!known.some(plan => plan.id === id)) throw new Problem('not-found', { noun: 'catalogue' })
  const text = await textOf(id)
  return { ...described(id, text), text }
}

const textOf = async (id: string): Promise<string> => (await readFile(join(folder, id, 'plan.md'), 'utf8')).trim()

const described = (id: string, text: string): ReadyPlan => {
  const [first = '', ...rest] = text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  const opening = rest[0] ?? ''
  return {
    id,
    title: first.replace(/^#+\s*/, ''),
    opening: opening.length > OPENING ? `${opening.slice(0, OPENING)}…` : opening,
    characters: [...text].length,
  }
}
