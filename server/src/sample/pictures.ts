import { createHash } from 'node:crypto'
import sharp from 'sharp'

export type Picture = { readonly name: string; readonly bytes: Buffer; readonly sha256: string }

/** Drawn, not taken: stairwells and yards before and after. */
export const drawPictures = (): Promise<readonly Picture[]> => Promise.all(scenes.map(draw))

type Scene = { readonly name: string; readonly wall: string; readonly floor: string; readonly things: string }

const rect = (x: number, y: number, width: number, height: number, fill: string) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`

const stairs = Array.from({ length: 7 }, (_, step) =>
  rect(360 + step * 40, 420 - step * 40, 400, 40, `hsl(35,10%,${62 - step * 4}%)`),
).join('')
const lamp =
  '<circle cx="200" cy="70" r="26" fill="#fff6cf"/><circle cx="200" cy="70" r="70" fill="#fff6cf" opacity=".35"/>'
const heap = [
  rect(60, 330, 120, 110, '#9a7b4f'),
  rect(110, 260, 100, 80, '#b08d57'),
  rect(190, 360, 90, 80, '#7d6a55'),
].join('')
const charger = [
  rect(470, 200, 70, 110, '#2f5d8a'),
  rect(560, 200, 70, 110, '#2f5d8a'),
  rect(485, 220, 40, 20, '#cfe3f4'),
].join('')
const board = [
  rect(120, 120, 300, 180, '#f4efe2'),
  rect(140, 140, 260, 20, '#b3352b'),
  rect(140, 180, 200, 10, '#999'),
  rect(140, 205, 230, 10, '#999'),
].join('')

const scenes: readonly Scene[] = [
  { name: '整治前.jpg', wall: '#b9b2a4', floor: '#8d867a', things: heap + stairs },
  { name: '整治后.jpg', wall: '#e7e2d6', floor: '#a9a294', things: stairs + lamp },
  { name: '集中充电点.jpg', wall: '#d8dee2', floor: '#8f9896', things: charger + lamp },
  { name: '公示栏.jpg', wall: '#e3ded2', floor: '#9b9588', things: board },
  { name: '楼道照明.jpg', wall: '#cbc4b4', floor: '#7f786b', things: lamp + stairs },
  { name: '小区出入口.jpg', wall: '#c9d6cc', floor: '#7d8a7f', things: board + charger },
]

const draw = async ({ name, wall, floor, things }: Scene): Promise<Picture> => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600">
    ${rect(0, 0, 800, 600, wall)}${rect(0, 440, 800, 160, floor)}${things}</svg>`
  const bytes = await sharp(Buffer.from(svg)).jpeg({ quality: 78 }).toBuffer()
  return { name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}
