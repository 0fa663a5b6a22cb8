import { createApp } from '@luoshi/server/app'
import type { House } from '@luoshi/server/context'
import { openDatabase, openPool } from '@luoshi/server/db/pool'
import { folderFiles } from '@luoshi/server/evidence/folder-files'
import { makeExport } from '@luoshi/server/ledger/make-export'
import { houseOn } from './open-county.ts'

// A server of its own with its files in a folder, that makes archives itself: nothing else is done in the background.
const [url = '', folder = ''] = process.argv.slice(2)
const plain = houseOn(openDatabase(openPool({ url, size: 12 })), url)
const house: House = {
  ...plain,
  files: folderFiles(folder),
  jobs: {
    ...plain.jobs,
    send: async (name, job) => {
      if (name === 'make-ledger') void makeExport(house, job).catch(error => console.error(error))
    },
  },
}
const app = await createApp(house, { limits: null })
process.once('disconnect', () => process.exit())
process.send?.(await app.listen({ port: 0, host: '127.0.0.1' }))
