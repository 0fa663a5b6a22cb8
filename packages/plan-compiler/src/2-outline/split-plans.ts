import { clued, holds } from '../scan/clues.ts'
import type { Line } from './lines.ts'

/** The lines of one plan out of several in a file. `boundary` is the line that announced it, if one did. */
export type PlanLines = { readonly boundary: Line | null; readonly lines: readonly Line[] }

const numeral = '[一二三四五六七八九十百\\d]{1,4}'
const announced = clued(
  new RegExp(
    `^.{0,50}(?:[\\[【(]?(?:第)?(?:篇|方案|范文|范本|案例)\\s?${numeral}[\\]】)]?|第${numeral}篇|[\\[【(]第?${numeral}篇?[\\]】)])[:。.、]?(?:.{0,40}(?:方案|计划|规划|意见|办法))?[:。]?$`,
  ),
)
const startsWithMark = clued(new RegExp(`^[\\[【(]?(?:第)?(?:篇|方案|范文|范本|案例)\\s?${numeral}[\\]】)]?[:。、\\s]`))
const titleShape = clued(
  /(?:方案|计划|规划|计划书|策划书|意见|办法|细则|预案|安排|通知|要点|措施)(?:\([\u4e00-\u9fff\d—~-]{1,12}\))?$/,
)
const opensIntro = clued(/^(?:为|根据|按照|依据|遵照|结合|贯彻|随着|紧紧|认真|坚持|以)/)
const closesIntro = clued(
  /(?:特|现|兹|就|制定|制订|拟定|拟订|提出)[^。;]{0,50}(?:方案|计划|规划|意见|办法|安排)[^。;]{0,6}(?:如下)?[:。,]?$|(?:方案|计划|规划|意见|安排)如下[:。]{0,2}$/,
)

const isAnnounced = (text: string, line: Line): boolean => {
  const { start, end, marker } = line
  if (end - start > 100 || marker !== null) return false
  if (!holds(announced, text, start, end) && !holds(startsWithMark, text, start, end)) return false
  return !/[。;!?](?=.)/.test(text.slice(start, end))
}

/** A line that can be the title of a document: short, unmarked, one phrase. */
export const isTitle = (text: string, line: Line): boolean => {
  const { start, end, kind, marker } = line
  return (
    kind === 'text' &&
    marker === null &&
    end - start >= 5 &&
    end - start <= 60 &&
    holds(titleShape, text, start, end) &&
    !/[。;:!?]|[,].*[,]/.test(text.slice(start, end))
  )
}

const isIntro = (text: string, line: Line): boolean => {
  const { start, end, kind, marker } = line
  if (kind !== 'text' || marker !== null || end - start > 600) return false
  return holds(opensIntro, text, start, end) && holds(closesIntro, text, Math.max(start, end - 120), end)
}

const chunk = (lines: readonly Line[], starts: readonly number[], announcedFrom: number): readonly PlanLines[] =>
  starts.map((from, i) => ({
    boundary: i < announcedFrom ? null : (lines[from] ?? null),
    lines: lines.slice(from, starts[i + 1] ?? lines.length),
  }))

const least = 300

/** Lines where an unannounced second plan begins: a title, or an introduction after the first has long been under way. */
const unannounced = (text: string, lines: readonly Line[]): readonly number[] => {
  const starts = [0]
  let [introduced, written] = [false, 0]
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line // within the lines
    const next = lines[i + 1]
    const titled = isTitle(text, line) && next !== undefined && next.marker === null && !isTitle(text, next)
    const introducing = isIntro(text, line)
    const begins = titled || (introducing && !isTitle(text, lines[i - 1] ?? line))
    if (written >= least && introduced && begins) {
      starts.push(i)
      introduced = introducing
      written = 0
    } else introduced ||= introducing
    if (line.kind !== 'advert') written += line.end - line.start
  }
  return starts
}

/** Cuts a file into its plans: at announced boundaries (`篇二`, `【篇2】`, `方案二。`) where there are several, else by titles and introductions. */
export const splitPlans = (text: string, lines: readonly Line[]): readonly PlanLines[] => {
  const marks = lines.flatMap((line, i) => (isAnnounced(text, line) ? [i] : []))
  if (marks.length >= 2) {
    const first = marks[0] ?? 0
    const preface = first > 0 && lines.slice(0, first).some(line => line.marker !== null)
    return preface ? chunk(lines, [0, ...marks], 1) : chunk(lines, marks, 0)
  }
  // One plan cut out of a collection, with its announcement.
  if (marks[0] === 0) return chunk(lines, marks, 0)
  return chunk(lines, unannounced(text, lines), Number.POSITIVE_INFINITY)
}
