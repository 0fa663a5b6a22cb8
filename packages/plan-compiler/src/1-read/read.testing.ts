import { strToU8, zipSync } from 'fflate'
import { placeAt, placeWords } from './place-at.ts'
import { readBytes } from './read-bytes.ts'

/** A Word file around a body of our own, for what no writer writes. */
export const docxOf = (body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync({
    'word/document.xml': strToU8(`<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [`word/${name}.xml`, strToU8(xml)])),
  })

const readOf = async (bytes: Uint8Array, name: string) => {
  const read = await readBytes(bytes, name)
  if (read.kind === 'refused') throw new Error(read.reason)
  return read
}

/** The lines of a file that are not empty. */
export const linesOf = async (bytes: Uint8Array, name = 'a.docx'): Promise<readonly string[]> =>
  (await readOf(bytes, name)).text.split('\n').filter(line => line.trim() !== '')

/** The place of some words, as people say it. */
export const placeOf = async (bytes: Uint8Array, words: string, name = 'a.docx'): Promise<string> => {
  const { text, places } = await readOf(bytes, name)
  const place = placeAt(places, text.indexOf(words))
  return place ? placeWords(place, 'zh') : ''
}
