/** Draws the icons of the phone's front door: `node tools/src/draw-icons.ts`. Needs a Chinese serif among the machine's fonts. */
import { join } from 'node:path'
import sharp from 'sharp'

const folder = join(import.meta.dirname, '../../web/public/field')

/** A maskable icon keeps what matters within four fifths of the middle. */
const icon = (size: number, maskable: boolean): string => {
  const [corner, text] = maskable ? [0, size * 0.5] : [size * 0.16, size * 0.62]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">
    <rect width="${size}" height="${size}" rx="${corner}" fill="#B3352B"/>
    <text x="50%" y="${size / 2 + text * 0.36}" font-size="${text}" fill="#FFFFFF" text-anchor="middle"
      font-family="STZhongsong, Noto Serif CJK SC, serif" font-weight="600">落</text></svg>`
}

for (const [name, size, maskable] of [
  ['icon-192.png', 192, false],
  ['icon-512.png', 512, false],
  ['maskable-512.png', 512, true],
] as const)
  await sharp(Buffer.from(icon(size, maskable)))
    .png({ palette: true })
    .toFile(join(folder, name))
