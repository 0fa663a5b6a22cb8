import { createApp } from '@luoshi/server/app'
import { openDatabase, openPool } from '@luoshi/server/db/pool'
import { houseOn } from './open-county.ts'

// Run as a process of its own, so that the load does not share its thread with the server.
const [url = ''] = process.argv.slice(2)
// What a machine can do, not what one person may.
const app = await createApp(houseOn(openDatabase(openPool({ url, size: 12 })), url), { limits: null })
process.once('disconnect', () => process.exit())
process.send?.(await app.listen({ port: 0, host: '127.0.0.1' }))
