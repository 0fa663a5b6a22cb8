import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('./samples/', import.meta.url)

/** A passage that provokes one diagnostic, and the same put right. */
export type Sample = { readonly code: string; readonly wrong: string; readonly corrected: string }

const parting = '\n<!-- corrected -->\n'

const namesIn = (url: URL): readonly string[] =>
  readdirSync(url)
    .filter(name => name.endsWith('.md'))
    .sort()

const readSample = (name: string): Sample => {
  const [wrong = '', corrected = ''] = readFileSync(new URL(name, folder), 'utf8').split(parting)
  return { code: name.slice(0, -'.md'.length), wrong: wrong.trim(), corrected: corrected.trim() }
}

/** One sample for each diagnostic, from `samples/<code>.md`. */
export const samples = (): readonly Sample[] => namesIn(folder).map(readSample)

const soundFolder = new URL('./samples/sound/', import.meta.url)

/** Whole plans in which nothing is wrong. */
export const soundPlans = (): readonly { readonly name: string; readonly text: string }[] =>
  namesIn(soundFolder).map(name => ({ name, text: readFileSync(new URL(name, soundFolder), 'utf8') }))
