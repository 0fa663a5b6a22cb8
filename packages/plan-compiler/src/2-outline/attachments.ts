import { clued, holds } from '../scan/clues.ts'
import type { Line } from './lines.ts'

const alone = clued(/^附件\s?[\d一二三四五六七八九十]{0,2}:?\s?$/)
const listed = clued(/^附件?:\s{0,4}1[.、]/)
const pause = /[。,;:]/
const longest = 50

/** `附件2` on a line of its own: what follows is a part of the document by itself. */
export const opensAttachment = (text: string, { start, end }: Line): boolean =>
  end - start < 9 && holds(alone, text, start, end)

/** The line under `附件2` that says what it is, unless it is the plan itself. */
export const namesAttachment = (text: string, { start, end, kind, marker }: Line): boolean =>
  kind === 'text' &&
  marker === null &&
  end - start <= longest &&
  !pause.test(text.slice(start, end)) &&
  !/(?:方案|计划|预案|办法|细则)(?:\([^()]{1,12}\))?$/.test(text.slice(start, end))

/** `附件:1.分工表` and the lines below that count on are a list of titles; they open no sections. */
export const withAttachmentLists = (text: string, lines: readonly Line[]): readonly Line[] => {
  let next = 0
  return lines.map(line => {
    const { start, end, kind, marker } = line
    if (kind === 'text' && holds(listed, text, start, Math.min(end, start + longest))) next = 2
    else if (
      marker?.family === 'arab' &&
      marker.number === next &&
      end - start <= longest &&
      !pause.test(text.slice(line.body, end))
    ) {
      next++
      return { ...line, marker: null, body: start }
    } else next = 0
    return line
  })
}
