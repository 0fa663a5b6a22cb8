import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams'
import { BackupProblem } from './backup-problem.ts'
import { quoted, type Table } from './tables-in-order.ts'

/** Takes pieces of tables, those of one table after another, and copies them in. `end` after the last. */
export const rowsInto = (client: pg.Client, tables: readonly Table[]) => {
  let current = ''
  let copy: CopyStreamQuery | undefined

  const end = async (): Promise<void> => {
    if (!copy) return
    const ending = finished(copy)
    copy.end()
    copy = undefined
    await ending
  }
  const put = async (name: string, piece: Buffer): Promise<void> => {
    if (name !== current) await end()
    current = name
    copy ??= begin(client, statement(tables, name))
    await written(copy, piece)
  }
  return { put, end }
}

/** A failure is met by the next piece or the end; given up between them, the connection's end is no news to anybody. */
const begin = (client: pg.Client, sql: string): CopyStreamQuery =>
  client.query(copyFrom(sql)).on('error', () => undefined)

const statement = (tables: readonly Table[], entry: string): string => {
  const table = tables.find(({ name }) => entry === `tables/${name}`)
  if (!table) throw new BackupProblem(`The backup holds ${entry}, which it does not announce.`)
  return `copy ${quoted(table.name)} (${table.columns.map(column => `"${column}"`).join(', ')}) from stdin`
}

const written = (copy: CopyStreamQuery, piece: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    copy.once('error', reject)
    copy.write(piece, error => {
      copy.off('error', reject)
      if (error) reject(error)
      else resolve()
    })
  })
