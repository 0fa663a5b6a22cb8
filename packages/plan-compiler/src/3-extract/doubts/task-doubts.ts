import type { Node } from '../../2-outline/tree.ts'
import type { Reason, Task } from '../../plan.ts'
import { characters } from '../../scan/characters.ts'
import { clued, fits, mayHold } from '../../scan/clues.ts'
import { readWholly } from '../../vocabulary/party.ts'
import { windowsIn } from '../../vocabulary/windows.ts'
import { type Passage, within } from '../passage.ts'
import { unitsBySiblings } from '../unit-lists.ts'
import { because } from './doubt-words.ts'

const levels = /^(?:我|本|全)?(?:县|区|市|镇|乡|街道|学校|公司|园区)$/
const above = clued(/^(?:全国|中央|国家|国务院|上级)/)
const call = clued(
  /高度重视|行动起来|以身作则|提高(?:思想)?认识|统一思想|充分认识|站在[^,。;]{2,40}高度|增强[^,。;]{2,16}(?:意识|责任感|紧迫感)|树立[^,。;]{2,16}(?:意识|观念|理念)|发扬[^,。;]{2,12}(?:精神|作风)|从我做起|积极投身|人人(?:参与|有责)/,
)
/** Work that can be done and shown. */
const deed = clued(
  /召开|制[定订]|印发|上报|报送|报(?=[^,。;]{1,16}(?:办|局|委|部|组))|公示|张贴|清[理扫运除]|排查|检查|整改|巡查|走访|登记|建立|设立|成立|组建|安排|组织|开展|填写|提交|维修|更换|拆除|培训|考核|验收|审核|评[审定选]|通报|汇总|配备|签订|发放|落实|督[促查导]|监测|演练|指导|负责|牵头|制止|清运|管理|宣传|整治/,
)

const bidden = clued(/要(?!求|素|点)|应当|应(?!急|用|对)|须|必须|负责|牵头|责任/)

const charged = clued(/负责|承担|负总责|主持/)

const namesOf = ({ lead, responsible }: Task): readonly string[] =>
  responsible.length === 0 ? lead : [...lead, ...responsible]

const limitsIn = ({ text, year }: Passage, t: Task): number =>
  windowsIn(text, t.span.start, t.span.end, year).filter(w => w.said === 'by').length

const shortest = 5
const signs = characters('。,:;')

const isFragment = (words: string): boolean => {
  const plain = words.includes('(') ? words.replace(/\([^()]*\)/g, '') : words
  let said = 0
  for (let at = 0; at < plain.length && said < shortest; at++) if (signs[plain.charCodeAt(at)] === 0) said++
  return said < shortest
}

/** Names taken for units only because their neighbours are. */
export const guessedUnits = (passage: Passage): ReadonlySet<string> =>
  new Set([...unitsBySiblings(passage).values()].flat().filter(name => readWholly(name, 0, name.length) === null))

/** What is doubtful about those who do it. `node` is the section that the task stands in. */
const namesDoubt = (
  { text }: Passage,
  node: Node | undefined,
  t: Task,
  names: readonly string[],
  guessed: ReadonlySet<string>,
): Reason | null => {
  const higher = names.find(name => fits(above, name))
  if (higher !== undefined) return because('party-above', { name: higher })
  const level = names.find(name => levels.test(name))
  if (level !== undefined) return because('party-is-a-level', { name: level })
  const guess = names.find(name => guessed.has(name))
  if (guess !== undefined && !fits(charged, t.text)) return because('party-by-company', { name: guess })
  const calls = mayHold(call, text, t.span.start, t.span.end) && fits(call, t.text)
  if (calls && !fits(deed, t.text.replace(call.shape, ''))) return because('only-a-call')
  const background = node && within(node, n => n.role === 'guiding' || n.role === 'goals') !== null
  return background && !fits(bidden, t.text) ? because('in-background') : null
}

/** What is doubtful about a task. `node` is the section it stands in. */
export const taskDoubt = (
  passage: Passage,
  node: Node | undefined,
  t: Task,
  guessed: ReadonlySet<string>,
): Reason | null => {
  const names = namesOf(t)
  if (names.length === 0 && t.support.length > 0) return because('only-helpers')
  const doubt = names.length === 0 ? null : namesDoubt(passage, node, t, names, guessed)
  if (doubt) return doubt
  if (isFragment(t.text)) return because('fragment')
  return limitsIn(passage, t) > 1 ? because('several-limits') : null
}
