import { createHash } from 'node:crypto'
import { seededChance } from '@luoshi/rules/seeded-chance'
import sharp from 'sharp'
import type { Picture } from './pictures.ts'

/** How a place was found, and how it was left. */
export type CasePictures = { readonly before: Picture; readonly after: Picture }

/** Drawn, not taken: a wall, a floor, a door and windows of its own for each place; what lies about is gone afterwards. */
export const drawCasePictures = (count: number): Promise<readonly CasePictures[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => drawPair(index)))

const drawPair = async (index: number): Promise<CasePictures> => {
  const chance = seededChance(7_000 + index)
  const between = (low: number, high: number): number => low + Math.floor(chance.next() * (high - low))
  const rect = (x: number, y: number, width: number, height: number, fill: string, more = ''): string =>
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`
  const colour = (light: number): string => `hsl(${between(15, 60)} ${between(6, 30)}% ${light}%)`
  const horizon = between(300, 480)
  const lit = between(0, 800)
  const place = [
    `<defs><linearGradient id="w" x1="${lit / 800}" y1="0" x2="${1 - lit / 800}" y2="1">
      <stop offset="0" stop-color="${colour(between(70, 92))}"/><stop offset="1" stop-color="${colour(between(45, 70))}"/>
      </linearGradient></defs>`,
    rect(0, 0, 800, horizon, 'url(#w)'),
    rect(0, horizon, 800, 600 - horizon, colour(between(28, 52))),
    ...Array.from({ length: between(2, 5) }, () =>
      rect(between(0, 700), between(20, 160), between(60, 170), between(80, 200), colour(between(20, 96)), 'rx="4"'),
    ),
    rect(between(40, 640), horizon - between(180, 240), between(80, 130), between(180, 240), colour(between(22, 40))),
  ].join('')
  const things = Array.from({ length: between(5, 10) }, () => {
    const [width, height] = [between(60, 190), between(40, 160)]
    return rect(
      between(0, 700),
      Math.min(590 - height, horizon - height / 2 + between(0, 120)),
      width,
      height,
      `hsl(${between(0, 360)} ${between(20, 60)}% ${between(28, 66)}%)`,
      `rx="6" transform="rotate(${between(-12, 12)} 400 ${horizon})"`,
    )
  }).join('')
  return {
    before: await shot(`整治前${index + 1}.jpg`, place + things),
    after: await shot(`整治后${index + 1}.jpg`, place),
  }
}

const shot = async (name: string, things: string): Promise<Picture> => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480" viewBox="0 0 800 600">${things}</svg>`
  return picture(name, await sharp(Buffer.from(svg)).jpeg({ quality: 74 }).toBuffer())
}

/** The same picture once more, cut and saved anew, as somebody might who had none of the place. */
export const usedAgain = async ({ name, bytes }: Picture): Promise<Picture> =>
  picture(
    name.replace('整治后', '现场'),
    await sharp(bytes)
      .extract({ left: 10, top: 8, width: 620, height: 466 })
      .resize(600)
      .jpeg({ quality: 60 })
      .toBuffer(),
  )

const picture = (name: string, bytes: Buffer): Picture => ({
  name,
  bytes,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})
