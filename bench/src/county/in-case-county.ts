import { openCaseCounty } from './case-county.ts'
import type { County } from './open-county.ts'
import { type Server, startServer } from './start-server.ts'

/** Fills a county with a million cases, or opens one that was kept, and closes it whatever becomes of what is done in it. */
export const inCaseCounty = async (args: readonly string[], run: (county: County) => Promise<void>): Promise<void> => {
  console.log('Filling a county…')
  const county = await openCaseCounty(args)
  try {
    await run(county)
  } finally {
    await county.close()
  }
}

/** A server of its own for what is asked of it. */
export const withServer = async <Answer>(
  { url }: Pick<County, 'url'>,
  run: (server: Server) => Promise<Answer>,
): Promise<Answer> => {
  const server = await startServer(url)
  try {
    return await run(server)
  } finally {
    await server.stop()
  }
}
