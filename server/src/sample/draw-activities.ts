import { createHash } from 'node:crypto'
import { seededChance } from '@luoshi/rules/seeded-chance'
import sharp from 'sharp'
import type { Picture } from './pictures.ts'

/** Drawn, not taken: people of no particular face before a wall of their own, under a banner. */
export const drawActivities = (names: readonly string[]): Promise<readonly Picture[]> =>
  Promise.all(names.map(drawActivity))

const drawActivity = async (name: string, index: number): Promise<Picture> => {
  const chance = seededChance(9_100 + index)
  const floor = chance.between(300, 420)
  const colour = (light: number): string => `hsl(${chance.below(360)} ${chance.between(12, 45)}% ${light}%)`
  const people = Array.from({ length: chance.between(5, 9) }, () => {
    const x = chance.between(60, 740)
    const y = floor + chance.between(-10, 90)
    return `<path d="M${x - 34} ${y + 130}q0-110 34-110t34 110z" fill="${colour(chance.between(32, 60))}"/>
      <circle cx="${x}" cy="${y}" r="24" fill="hsl(28 40% ${chance.between(58, 74)}%)"/>`
  }).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600">
    <rect width="800" height="600" fill="${colour(chance.between(74, 90))}"/>
    <rect y="${floor}" width="800" height="${600 - floor}" fill="${colour(chance.between(44, 62))}"/>
    <rect x="${chance.between(40, 200)}" y="${chance.between(40, 110)}" width="${chance.between(380, 540)}" height="56" fill="#b3352b"/>
    <rect x="${chance.between(20, 620)}" y="${chance.between(130, 190)}" width="150" height="100" fill="${colour(95)}"/>${people}</svg>`
  const bytes = await sharp(Buffer.from(svg)).jpeg({ quality: 78 }).toBuffer()
  return { name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}
