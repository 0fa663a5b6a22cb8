import type { Criterion } from '@luoshi/contract/standards'
import { allowSomewhere } from '../allow.ts'
import type { Context } from '../context.ts'
import type { Language } from '../http/language.ts'
import { readBook } from '../imports/read-book.ts'
import { Problem } from '../problem.ts'
import { cellMessage } from './cell-words.ts'
import { type ReadStandard, readTable } from './read-table.ts'
import { readXlsform } from './read-xlsform.ts'

type Asked = { readonly file: File; readonly standardId?: string | undefined }

/** Says what a spreadsheet or an XLSForm holds, and what is wrong with it by cell. Nothing is written. */
export const readStandardFile = async (context: Context, { file, standardId }: Asked, language: Language) => {
  allowSomewhere(context.actor, 'standard.manage')
  const book = await readBook(await file.arrayBuffer())
  const form = readXlsform(book)
  const read = form ?? readTable(book)
  if (read === null) throw new Problem('file-unreadable')
  const known = standardId === undefined ? new Map<string, string>() : await knownCriteria(context, standardId)
  return {
    kind: form === null ? ('table' as const) : ('xlsform' as const),
    title: read.title,
    pointType: read.pointType,
    content: read.errors.length > 0 ? [] : identified(read.content, known, context.ids.next),
    rows: read.content.length,
    errors: read.errors.map(error => ({
      ...{ sheet: error.sheet, cell: error.cell, value: error.value.slice(0, 200) },
      message: cellMessage(error, language),
    })),
    leftOut: (form?.leftOut ?? []).map(cell => ({ ...cell, value: cell.value.slice(0, 200) })),
  }
}

/** Ids of the standard's own criteria, by id and by text: a line that was there before stays the same criterion. */
const knownCriteria = async ({ db, actor }: Context, standardId: string): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('criteria as c')
    .innerJoin('standard_versions as v', join =>
      join.onRef('v.tenant_id', '=', 'c.tenant_id').onRef('v.id', '=', 'c.version_id'),
    )
    .where('c.tenant_id', '=', actor.tenantId)
    .where('v.standard_id', '=', standardId)
    .orderBy('v.number')
    .select(['c.id', 'c.text'])
    .execute()
  return new Map(rows.flatMap(({ id, text }) => [[id, id] as const, [text, id] as const]))
}

const identified = (
  content: ReadStandard['content'],
  known: ReadonlyMap<string, string>,
  newId: () => string,
): Criterion[] => {
  const taken = new Set<string>()
  return content.map(one => {
    const before = known.get(one.id ?? '') ?? known.get(one.text)
    const id = before !== undefined && !taken.has(before) ? before : newId()
    taken.add(id)
    return { ...one, id }
  })
}
