import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { Problem } from '../problem.ts'
import { folderArchives } from './archives.ts'
import type { Files } from './files.ts'
import { thumbnailOf } from './thumbnail.ts'

/** Files in a folder: `<tenant>/<first two of the hash>/<hash>`; uploads under way beside them. Synced to disk before they count. */
export const folderFiles = (folder: string): Files => {
  const fileOf = (tenantId: string, sha256: string): string => join(folder, tenantId, sha256.slice(0, 2), sha256)
  const uploadOf = (tenantId: string, uploadId: string): string => join(folder, tenantId, 'uploads', uploadId)
  const received = (tenantId: string, uploadId: string): Promise<number> => sizeOf(uploadOf(tenantId, uploadId))
  const bytes = (tenantId: string, sha256: string): Promise<Uint8Array> => readFile(fileOf(tenantId, sha256))
  return {
    received,
    bytes,
    archives: folderArchives(folder),
    putPiece: async (tenantId, uploadId, offset, piece, limit) => {
      const path = uploadOf(tenantId, uploadId)
      const already = await sizeOf(path)
      if (offset > already) throw new Problem('upload-out-of-step', { received: already })
      await mkdir(dirname(path), { recursive: true })
      await writePiece(path, offset, piece, limit)
      return sizeOf(path)
    },
    settle: async (tenantId, uploadId, sha256) => {
      const path = uploadOf(tenantId, uploadId)
      const found = await hashOf(path)
      if (found === sha256) await moveDurably(path, fileOf(tenantId, sha256))
      return found
    },
    put: async (tenantId, sha256, content) => {
      const path = fileOf(tenantId, sha256)
      if ((await sizeOf(path)) === content.byteLength && content.byteLength > 0) return
      await mkdir(dirname(path), { recursive: true })
      const half = `${path}.half-${process.pid}-${process.hrtime.bigint()}`
      await writeSynced(half, content)
      await moveDurably(half, path)
    },
    read: async (tenantId, sha256) => {
      const path = fileOf(tenantId, sha256)
      await stat(path)
      return createReadStream(path)
    },
    slice: (tenantId, sha256, start, length) => sliceOf(fileOf(tenantId, sha256), start, length),
    size: async (tenantId, sha256) => (await stat(fileOf(tenantId, sha256))).size,
    thumbnail: async (tenantId, sha256) => thumbnailOf(await bytes(tenantId, sha256)),
  }
}

const sizeOf = async (path: string): Promise<number> => {
  try {
    return (await stat(path)).size
  } catch {
    return 0
  }
}

const sliceOf = async (path: string, start: number, length: number): Promise<Uint8Array> => {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

const writePiece = async (path: string, offset: number, piece: Readable, limit: number): Promise<void> => {
  const file = await open(path, await flagsFor(path))
  try {
    let at = offset
    for await (const chunk of piece) {
      const bytes = Buffer.from(chunk)
      if (at + bytes.length > limit) throw new Problem('too-large', { limit: `${limit} B` })
      await file.write(bytes, 0, bytes.length, at)
      at += bytes.length
    }
    await file.datasync()
  } finally {
    await file.close()
  }
}

const flagsFor = async (path: string): Promise<string> => ((await sizeOf(path)) > 0 ? 'r+' : 'w')

const writeSynced = async (path: string, content: Uint8Array): Promise<void> => {
  const file = await open(path, 'w')
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A rename is only kept through a power cut once its folder is synced too. */
const moveDurably = async (from: string, to: string): Promise<void> => {
  await mkdir(dirname(to), { recursive: true })
  await synced(from)
  await rename(from, to)
  await synced(dirname(to))
  await rm(from, { force: true })
}

const synced = async (path: string): Promise<void> => {
  const file: FileHandle = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

const hashOf = async (path: string): Promise<string> => {
  const hash: Hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
