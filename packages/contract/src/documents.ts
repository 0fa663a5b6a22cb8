import { oc } from '@orpc/contract'
import * as z from 'zod'
import { id } from './shape.ts'

const file = z.file()

/** What leaves the house on paper or as a file. Each answers the file itself, named for its plan or programme. */
export const documentsContract = {
  plan: oc
    .route({
      method: 'GET',
      path: '/plans/{id}/document.docx',
      tags: ['documents'],
      summary: 'The plan, as its review corrected it, set as an official document (GB/T 9704)',
    })
    /** `none`: for paper that has its red head already. */
    .input(z.object({ id, head: z.enum(['red', 'none']).default('red') }))
    .output(file),
  comparison: oc
    .route({
      method: 'GET',
      path: '/plans/{id}/comparison.docx',
      tags: ['documents'],
      summary: 'A new version beside the running one, to read and sign',
    })
    .input(z.object({ id }))
    .output(file),
  taskTable: oc
    .route({
      method: 'GET',
      path: '/programmes/{id}/task-table.xlsx',
      tags: ['documents'],
      summary: 'Who does what by when (责任分解表)',
    })
    .input(z.object({ id }))
    .output(file),
  wallChart: oc
    .route({
      method: 'GET',
      path: '/programmes/{id}/wall-chart.png',
      tags: ['documents'],
      summary: 'The wall chart as a picture',
    })
    .input(z.object({ id }))
    .output(file),
}
