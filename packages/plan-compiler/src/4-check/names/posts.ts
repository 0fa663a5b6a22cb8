import { isHan } from '../../scan/characters.ts'
import { clued, endAt } from '../../scan/clues.ts'
import { hitsOf } from '../places.ts'
import type { CheckedPlan } from '../rule.ts'
import { count, type NameLook, type NamePair, type Occurrence, pairOf } from './name-pair.ts'

const heads = clued(/员(?!会|工)|委员会|服务中心|服务站|协会|标准|体系|考核表|自评表|小组|工程|机制/g)

/** A name that starts with a word of its own is told apart one character further on. */
const lengths = [7, 8]

/** Characters that tell two things apart on purpose. */
const telling = new Set(
  '一二三四五六七八九十两多单双东西南北中上下左右前后内外大小新老旧高低正副男女省市县区镇乡村街社组班院校园所站楼户点城初末年月日周季甲乙丙丁公私党团工妇青少科教文体卫主次首优良全自互督巡检考评测验查复建改',
)

/** A window that opens with a verb, or with a character and a verb, holds more than a name. */
const verb = clued(
  /(?:建成|建设|建立|组建|新建|改建|成立|设立|加强|完善|推进|推动|健全|提高|提升|实施|开展|按照|对照|符合|达到|落实)/y,
)

const allHan = (text: string, start: number, end: number): boolean => {
  for (let at = start; at < end; at++) if (!isHan(text.charCodeAt(at))) return false
  return true
}

/** Names of posts, bodies and papers: their last word with the characters before it, all of one length. */
const namesIn = (plan: CheckedPlan, ends: readonly number[], length: number): readonly Occurrence[] => {
  const seen = new Map<string, Occurrence>()
  for (const end of ends) {
    const start = end - length
    if (start < plan.reading.span.start || !allHan(plan.text, start, end)) continue
    if (endAt(verb, plan.text, start) > 0 || endAt(verb, plan.text, start + 1) > 0) continue
    count(seen, plan.text.slice(start, end), { start, end })
  }
  return [...seen.values()]
}

const isOnPurpose = (a: string, b: string): boolean => telling.has(a) && telling.has(b)

/** Names of a post or a body that differ in one character in their midst (`公共秩序维护员`, `公共程序维护员`). */
export const postsThatVary: NameLook = plan => {
  const ends = hitsOf(plan, heads).map(({ end }) => end)
  if (ends.length < 2) return []
  return lengths.flatMap(length => ofLength(plan, ends, length))
}

const frameOf = ({ words }: Occurrence): string => words.charAt(0) + words.slice(-2)

/** Those names that begin and end as another does. */
const framedAlike = (names: readonly Occurrence[]): readonly Occurrence[] => {
  const frames = new Map<string, number>()
  for (const name of names) {
    const frame = frameOf(name)
    frames.set(frame, (frames.get(frame) ?? 0) + 1)
  }
  return frames.size === names.length ? [] : names.filter(name => (frames.get(frameOf(name)) ?? 0) > 1)
}

const ofLength = (plan: CheckedPlan, ends: readonly number[], length: number): readonly NamePair[] => {
  const masks = new Map<string, { readonly name: Occurrence; readonly c: string }>()
  const pairs: NamePair[] = []
  for (const name of framedAlike(namesIn(plan, ends, length))) {
    for (let i = 1; i < length - 2; i++) {
      const c = name.words[i] ?? ''
      const key = `${name.words.slice(0, i)}*${name.words.slice(i + 1)}`
      const known = masks.get(key)
      if (!known) masks.set(key, { name, c })
      else if (!isOnPurpose(known.c, c)) pairs.push(pairOf(known.name, name))
    }
  }
  return pairs
}
