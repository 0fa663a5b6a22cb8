import { createApp } from '@luoshi/server/app'
import { openDatabase, openPool } from '@luoshi/server/db/pool'
import { houseOn } from './open-county.ts'

export type Statement = { readonly text: string; readonly values: readonly unknown[] }

/** The statements of one request in their order, and the ids that the house made for it. */
export type Recorded = { readonly statements: readonly Statement[]; readonly made: ReadonlySet<string> }

export type RecordedRequest = {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly sent?: unknown
}

/** Does one request in a house of its own and writes down every statement it sends to the database. */
export const recordStatements = async (url: string, { path, headers, sent }: RecordedRequest): Promise<Recorded> => {
  const statements: Statement[] = []
  const made = new Set<string>()
  const pool = openPool({ url, size: 1 })
  pool.on('connect', client => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown // pg's overloads are not needed here
    const listening = (...args: unknown[]): unknown => {
      const [asked, values] = args
      if (typeof asked === 'string') statements.push({ text: asked, values: Array.isArray(values) ? values : [] })
      return query(...args)
    }
    client.query = listening as typeof client.query
  })
  const db = openDatabase(pool)
  const house = houseOn(db, url)
  const app = await createApp({ ...house, ids: { next: () => noted(made, house.ids.next()) } })
  const answer = await app.inject({
    method: sent === undefined ? 'GET' : 'POST',
    url: path,
    headers: { ...headers },
    ...(sent !== undefined && { payload: sent as object }), // a body of the contract
  })
  await app.close()
  await db.destroy()
  if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}: ${answer.body.slice(0, 300)}`)
  return { statements, made }
}

const noted = (made: Set<string>, id: string): string => {
  made.add(id)
  return id
}
