import { createHash } from 'node:crypto'
import sharp, { type Sharp } from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { type CasePictures, drawCasePictures } from '../sample/draw-case-pictures.ts'
import { drawPictures } from '../sample/pictures.ts'
import { alikeWithin, distanceOf, likenessOf } from './likeness.ts'

let pairs: readonly CasePictures[]
beforeAll(async () => {
  pairs = await drawCasePictures(14)
})

const known = async (bytes: Uint8Array): Promise<string> => {
  const likeness = await likenessOf(bytes)
  if (likeness === null) throw new Error('A picture has a likeness')
  return likeness
}

describe('a copy is found', () => {
  test.each<[string, (picture: Sharp) => Sharp]>([
    ['saved anew, badly', picture => picture.jpeg({ quality: 30 })],
    ['scaled down', picture => picture.resize(200).jpeg({ quality: 60 })],
    ['in another format', picture => picture.webp({ quality: 40 })],
    ['brightened', picture => picture.modulate({ brightness: 1.12 })],
    ['cut a little on all sides', picture => picture.extract({ left: 10, top: 8, width: 620, height: 464 })],
    ['with a line of text over it', picture => picture.composite([{ input: stamp, gravity: 'southeast' }])],
  ])('%s', async (_, change) => {
    for (const { after } of pairs) {
      const copy = await change(sharp(after.bytes)).toBuffer()
      expect(createHash('sha256').update(copy).digest('hex')).not.toBe(after.sha256)
      expect(distanceOf(await known(after.bytes), await known(copy))).toBeLessThanOrEqual(alikeWithin)
    }
  })
})

const stamp = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="180" height="26"><text x="4" y="20" font-size="18" fill="#fff">2026-05-03 10:20</text></svg>',
)

test('different pictures are not taken for each other', async () => {
  // The other scenes are the same stairs and boards once more, in other colours.
  const scenes = (await drawPictures()).filter(({ name }) => name === '集中充电点.jpg' || name === '公示栏.jpg')
  const others = [...scenes, ...pairs.map(({ before }) => before)]
  const likenesses = await Promise.all(others.map(({ bytes }) => known(bytes)))
  for (const [index, one] of likenesses.entries())
    for (const other of likenesses.slice(0, index)) expect(distanceOf(one, other)).toBeGreaterThan(alikeWithin)
})

test('what is no picture, and what shows one colour only, is like nothing', async () => {
  expect(await likenessOf(Buffer.from('通知'))).toBeNull()
  const plain = sharp({ create: { width: 300, height: 200, channels: 3, background: '#8a7f6d' } })
  expect(await likenessOf(await plain.jpeg().toBuffer())).toBeNull()
})
