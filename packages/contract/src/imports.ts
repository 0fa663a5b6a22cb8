import { oc } from '@orpc/contract'
import * as z from 'zod'
import { id } from './shape.ts'

const cellError = z.object({ sheet: z.string(), cell: z.string(), value: z.string(), message: z.string() })

/** Units and people from a spreadsheet: looked at first, then taken whole or not at all. Template: `GET /api/v1/imports/template.xlsx`. */
export const importsContract = {
  preview: oc
    .route({
      method: 'POST',
      path: '/imports',
      tags: ['imports'],
      summary: 'Read a spreadsheet and say what would happen',
    })
    .input(z.object({ file: z.file().max(20_000_000) }))
    .output(
      z.object({
        id,
        units: z.object({ added: z.int(), changed: z.int(), same: z.int() }),
        people: z.object({ added: z.int(), changed: z.int(), same: z.int() }),
        errors: z.array(cellError),
        rows: z.array(
          z.object({
            sheet: z.string(),
            row: z.int(),
            what: z.enum(['added', 'changed', 'same', 'wrong']),
            text: z.string(),
          }),
        ),
      }),
    ),
  apply: oc
    .route({
      method: 'POST',
      path: '/imports/{id}/apply',
      tags: ['imports'],
      summary: 'Take the spreadsheet that was previewed',
    })
    .input(z.object({ id }))
    .output(
      z.object({
        units: z.int(),
        people: z.int(),
        firstPasswords: z.array(z.object({ name: z.string(), account: z.string(), password: z.string() })),
      }),
    ),
}
