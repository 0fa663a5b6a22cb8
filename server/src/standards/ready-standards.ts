import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Criterion, criterion } from '@luoshi/contract/standards'
import * as z from 'zod'
import { Problem } from '../problem.ts'

const folder = join(import.meta.dirname, '../../../catalogue/standards')

/** A criterion as the catalogue writes it: what is usual is left out. */
const readyCriterion = criterion.omit({ id: true, categoryId: true }).extend({
  section: criterion.shape.section.default(''),
  weight: criterion.shape.weight.default(1),
  critical: criterion.shape.critical.default(false),
  grades: criterion.shape.grades.default({}),
  exceptions: criterion.shape.exceptions.default([]),
  evidence: criterion.shape.evidence.default([]),
  photo: criterion.shape.photo.default('optional'),
  lookWhere: criterion.shape.lookWhere.default(''),
  lookHow: criterion.shape.lookHow.default(''),
})
const readyStandard = z.object({ title: z.string(), pointType: z.string(), content: z.array(readyCriterion) })

export type ReadyStandard = { readonly key: string } & z.infer<typeof readyStandard>

/** The standards that come with the product, a file each. */
export const readyStandards = async (): Promise<readonly ReadyStandard[]> => {
  const files = (await readdir(folder)).filter(name => name.endsWith('.json')).sort()
  return Promise.all(
    files.map(async file => {
      const written: unknown = JSON.parse(await readFile(join(folder, file), 'utf8'))
      return { key: file.slice(0, -'.json'.length), ...readyStandard.parse(written) }
    }),
  )
}

export const listReadyStandards = async () =>
  (await readyStandards()).map(({ key, title, pointType, content }) => ({
    ...{ key, title, pointType },
    criteria: content.length,
  }))

/** The criteria of a ready standard, each with an id of its own. */
export const readyContent = async (key: string, newId: () => string): Promise<readonly Criterion[]> => {
  const found = (await readyStandards()).find(one => one.key === key)
  if (found === undefined) throw new Problem('not-found', { noun: 'ready-standard' })
  return found.content.map(written => ({ ...written, id: newId(), categoryId: null }))
}
