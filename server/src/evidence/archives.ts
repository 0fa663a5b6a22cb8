import { createReadStream, createWriteStream } from 'node:fs'
import { access, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Large files made in the background and taken in pieces. One that broke off while it was made is not there. */
export type Archives = {
  /** Answers its size in bytes, once it is on disk. */
  readonly write: (tenantId: string, id: string, from: Readable) => Promise<number>
  /** From `start` to `end`, both within it. */
  readonly read: (tenantId: string, id: string, range: { readonly start: number; readonly end: number }) => Readable
  /** A backup leaves archives out: they are made again from the record. */
  readonly has: (tenantId: string, id: string) => Promise<boolean>
  readonly drop: (tenantId: string, id: string) => Promise<void>
}

export const folderArchives = (folder: string): Archives => {
  const pathOf = (tenantId: string, id: string): string => join(folder, tenantId, 'archives', id)
  return {
    write: async (tenantId, id, from) => {
      const path = pathOf(tenantId, id)
      const half = `${path}.half`
      await mkdir(dirname(path), { recursive: true })
      await pipeline(from, createWriteStream(half))
      const file = await open(half, 'r')
      await file.sync().finally(() => file.close())
      await rename(half, path)
      return (await stat(path)).size
    },
    read: (tenantId, id, range) => createReadStream(pathOf(tenantId, id), range),
    has: (tenantId, id) =>
      access(pathOf(tenantId, id)).then(
        () => true,
        () => false,
      ),
    drop: async (tenantId, id) => {
      for (const path of [pathOf(tenantId, id), `${pathOf(tenantId, id)}.half`]) await rm(path, { force: true })
    },
  }
}
