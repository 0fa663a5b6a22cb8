import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { boxedTraces } from './boxed-traces.ts'
import type { Files } from './files.ts'
import { folderFiles } from './folder-files.ts'
import { withoutTraces } from './without-traces.ts'

let folder: string
let files: Files
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luoshi-traces-'))
  files = folderFiles(folder)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const tenantId = '019cac0f-0000-7000-8000-000000000000'

const goneOut = async (bytes: Buffer): Promise<Buffer> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await files.put(tenantId, sha256, bytes)
  const chunks: Buffer[] = []
  for await (const chunk of await withoutTraces(files, tenantId, sha256)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const picture = () =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: '#8899aa' } }).withExif({
    IFD0: { Make: 'Secret Camera' },
    IFD3: { GPSLatitude: '30/1 15/1 0/1' },
  })

const box = (type: string, ...content: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(content)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

/** What a telephone writes: a film with its place and its maker. */
const film = (place: Buffer = box('udta', box('\xa9xyz', Buffer.from('+30.2500+120.1600/')))) =>
  Buffer.concat([
    box('ftyp', Buffer.from('isom\x00\x00\x02\x00isommp41', 'latin1')),
    box('mdat', Buffer.alloc(200_000, 7)),
    box('moov', box('mvhd', Buffer.alloc(100, 1)), box('trak', box('tkhd', Buffer.alloc(80, 2)), place), place),
    box('uuid', Buffer.from('xmp: Secret Camera')),
  ])

test('a picture made of boxes keeps what it shows, and nothing of where and with what it was taken', async () => {
  // AVIF is made of the same boxes as the pictures of iPhones, and can be written here.
  const bytes = await picture().avif().toBuffer()
  expect(bytes.includes('Secret Camera')).toBe(true)
  const patches = await boxedTraces(
    (start, length) => Promise.resolve(bytes.subarray(start, start + length)),
    bytes.length,
  )
  const out = Buffer.from(bytes)
  for (const patch of patches) out.set(patch.bytes, patch.at)
  expect(out.includes('Secret Camera')).toBe(false)
  expect(out.length).toBe(bytes.length)
  expect((await sharp(out).raw().toBuffer()).equals(await sharp(bytes).raw().toBuffer())).toBe(true)

  const heic = Buffer.from(bytes)
  heic.write('heic', 8, 'latin1')
  expect((await goneOut(heic)).includes('Secret Camera')).toBe(false)
})

test('a film goes out as long as it was, its pictures untouched, its place and maker blank', async () => {
  const before = film()
  const after = await goneOut(before)
  expect(after.length).toBe(before.length)
  for (const told of ['+30.2500', 'Secret Camera']) {
    expect(before.includes(told)).toBe(true)
    expect(after.includes(told)).toBe(false)
  }
  const movie = before.indexOf('moov')
  expect(after.subarray(0, movie).equals(before.subarray(0, movie))).toBe(true)
  expect(after.includes('udta')).toBe(false)
})

test('a film cut off in the middle, or that is none, goes out whole and stops nothing', async () => {
  const whole = film()
  for (const length of [12, 40, whole.length - 300, whole.length - 3]) {
    const cut = whole.subarray(0, length)
    expect((await goneOut(Buffer.from(cut))).length).toBe(length)
  }
  const liar = film(box('udta', Buffer.alloc(0)))
  liar.writeUInt32BE(0xffffffff, liar.indexOf('udta') - 4)
  expect((await goneOut(liar)).length).toBe(liar.length)
})

/** One grey dot, and the maker of the scanner. */
const scan = (): Buffer => {
  const maker = Buffer.from('Secret Camera\0')
  const tags = [
    ...[
      [256, 3, 1, 1],
      [257, 3, 1, 1],
      [258, 3, 1, 8],
      [259, 3, 1, 1],
      [262, 3, 1, 1],
      [271, 2, maker.length, 200],
    ],
    ...[
      [273, 4, 1, 250],
      [277, 3, 1, 1],
      [278, 3, 1, 1],
      [279, 4, 1, 1],
    ],
  ]
  const bytes = Buffer.alloc(251, 0)
  bytes.write('II*\0', 0, 'latin1')
  bytes.writeUInt32LE(8, 4)
  bytes.writeUInt16LE(tags.length, 8)
  for (const [i, [tag = 0, type = 0, count = 0, value = 0]] of tags.entries()) {
    bytes.writeUInt16LE(tag, 10 + i * 12)
    bytes.writeUInt16LE(type, 12 + i * 12)
    bytes.writeUInt32LE(count, 14 + i * 12)
    bytes.writeUInt32LE(value, 18 + i * 12)
  }
  maker.copy(bytes, 200)
  bytes[250] = 0x80
  return bytes
}

test('a scan in TIFF is written anew', async () => {
  const out = await goneOut(scan())
  expect(out.includes('Secret Camera')).toBe(false)
  expect(await sharp(out).metadata()).toMatchObject({ format: 'tiff', width: 1, height: 1 })
})

test('a description without end is given up', async () => {
  const places = Buffer.alloc(16 + 4 * 9000, 0xff)
  places.writeUInt32BE(0, 0)
  places.writeUInt16BE(0, 4)
  places.writeUInt16BE(9000, 6)
  const items = box('iinf', Buffer.from([0, 0, 0, 0, 0, 0]))
  const bytes = Buffer.concat([
    box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1')),
    box('meta', Buffer.alloc(4), items, box('iloc', places)),
  ])
  expect((await goneOut(bytes)).equals(bytes)).toBe(true)
})

test('a paper goes out as it is', async () => {
  const paper = Buffer.from('%PDF-1.7 一份文件 Secret Camera')
  expect((await goneOut(paper)).equals(paper)).toBe(true)
})
