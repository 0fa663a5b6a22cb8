import type { contract } from '@luoshi/contract/contract'
import type { InferContractRouterOutputs } from '@orpc/contract'
import { allowSomewhere } from '../allow.ts'
import type { Context } from '../context.ts'
import type { Language } from '../http/language.ts'
import { cellMessage } from './cell-words.ts'
import { type Placing, placeRows } from './place-rows.ts'
import type { WrittenRow } from './read-sheet.ts'
import { readWorkbook, type Written } from './read-workbook.ts'

export type Preview = InferContractRouterOutputs<typeof contract>['imports']['preview']

/** What is kept of a preview until it is taken. */
export type Kept = { readonly written: Written; readonly placing: Placing }

/** Reads a spreadsheet and says what would happen. Nothing happens yet. */
export const previewImport = async (context: Context, file: File, language: Language): Promise<Preview> => {
  const { db, actor, ids, clock } = context
  allowSomewhere(actor, 'import.run')
  const written = await readWorkbook(await file.arrayBuffer())
  const placing = await placeRows(context, written)
  const id = ids.next()
  const kept: Kept = { written, placing }
  await db
    .insertInto('imports')
    .values({
      tenant_id: actor.tenantId,
      id,
      person_id: actor.personId,
      content: JSON.stringify(kept),
      created_at: clock.now(),
    })
    .execute()
  return {
    id,
    units: counted(placing.units),
    people: counted(placing.people),
    errors: placing.errors.map(error => ({
      ...{ sheet: error.sheet, cell: error.cell, value: error.value },
      message: cellMessage(error, language),
    })),
    rows: rowsOf(kept),
  }
}

const counted = (steps: readonly { readonly what: string }[]): Preview['units'] => {
  const of = (what: string): number => steps.filter(step => step.what === what).length
  return { added: of('added'), changed: of('changed'), same: of('same') }
}

const rowsOf = ({ written, placing }: Kept): Preview['rows'] => [
  ...shownRows(written.units, placing.units),
  ...shownRows(written.people, placing.people),
]

type Step = { readonly row: number; readonly what: Preview['rows'][number]['what'] }

const shownRows = (rows: readonly WrittenRow[], steps: readonly Step[]): Preview['rows'] => {
  const whats = new Map(steps.map(({ row, what }) => [row, what]))
  return rows.map(({ sheet, row, texts }) => ({
    ...{ sheet, row, what: whats.get(row) ?? ('wrong' as const) },
    text: Object.values(texts)
      .filter(text => text !== '')
      .join(' · '),
  }))
}
