import type { Span } from '../../plan.ts'
import { clued, holds, oncePerPlace } from '../../scan/clues.ts'

const marks = clued(
  /[\ufffd\ue000-\uf8ff]|锟斤拷|\?\?|(?<=[\u4e00-\u9fff])\?[a-z\u00e0-\u00ff\u0100-\u01dc\u3040-\u30ff\u4e00-\u9fff]|(?<=[\u4e00-\u9fff])[\u3041-\u30ff]/,
)
const page = 4096

/** Few documents are damaged at all, and those that are not need not be asked item by item. */
const onPage = oncePerPlace((text, start, end): boolean => holds(marks, text, start, end))

/** False where nothing in a stretch, which may be a whole plan, was lost or garbled. */
export const mayBeDamaged = (text: string, { start, end }: Span): boolean => {
  for (let from = start - (start % page); from < end; from += page)
    if (onPage(text, Math.max(0, from - 2), Math.min(text.length, from + page + 2))) return true
  return false
}

const asks = /怎么|什么|谁|哪|吗|呢|何|是否|几|多少|为啥/

/** Whether characters of a stretch were lost or garbled. A question asked in words is none. */
export const isDamaged = (text: string, { start, end }: Span): boolean =>
  mayBeDamaged(text, { start, end }) && holds(marks, text, start, end) && !asks.test(text.slice(start, end))
