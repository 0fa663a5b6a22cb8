import type { Line } from '../2-outline/lines.ts'
import { characters } from '../scan/characters.ts'
import { anyOf, type Clued, clued, holds, matchesIn, mayHold, mayHoldAny } from '../scan/clues.ts'
import { namesIn } from '../vocabulary/party.ts'
import type { Passage } from './passage.ts'

export type Post = 'leader' | 'deputy' | 'member' | 'location' | 'duties'

/** A post in a body and those who hold it, where the text says so. */
export type Appointment = {
  readonly post: Post
  readonly names: readonly string[]
  readonly at: number
  readonly end: number
  /** Said of the office of a body rather than of the body. */
  readonly ofOffice: boolean
}

const labels = clued(
  /(?<![\u4e00-\u9fff])(?:(?<leader>(?:第一|执行|常务)?(?:组\s{0,4}长|总指挥|指挥长|政委|主\s{0,4}任(?:委员)?|队\s{0,4}长|会长|召集人|总负责人|负责人|办公室主任))\s?:|(?<deputy>(?:常务|第一)?副\s{0,4}(?:组\s{0,4}长|总指挥|指挥长|主\s{0,4}任(?:委员)?|队\s{0,4}长|会长)|办公室副主任)\s?:|(?<member>(?:组\s{0,4}员|成\s{0,4}员(?:单位)?|组成人员|队\s{0,4}员|联络员|组成单位))\s?:|(?<duties>(?:主要)?(?:工作)?(?:职\s{0,4}责|任务))\s?:|(?<location>办公地点|地\s?点)\s?:)/g,
)

const maskedName = /^[xX×*_\s○]+$/
const masks = /[xX×*_○]{2,}/g

const nobody = /^(?:领导|成员|同志|人员|单位|部门|如下)$|电话|传真|邮箱|手机|^\d+$/

const isPerson = (name: string): boolean =>
  name.replace(masks, '').trim().length >= 2 && name.length <= 40 && !maskedName.test(name) && !nobody.test(name)

/** Names as written, masked ones left out; a name with its title after a blank stays whole. */
const people = (written: string): readonly string[] => {
  const text = written.replace(/[。.;]\s*$/, '')
  const apart = text.split(/[、,;]/).map(piece => piece.trim())
  if (named.test(apart[0] ?? '') && !twoNames(apart[0] ?? '')) return withSecondPosts(apart).filter(isPerson)
  const pieces = /[、,;]/.test(text) ? withFirstPosts(namesIn(text.replace(afterPost, kept))) : namesByBlanks(text)
  return pieces.map(p => p.replaceAll(kept, ' ').trim()).filter(isPerson)
}

const named = /^[\u4e00-\u9fff·]{2,4}\s+[\u4e00-\u9fff]{3,}/
/** `李某某 王某某`: short words, none of which is a post. */
const twoNames = (piece: string): boolean =>
  piece.split(/\s+/).every(word => word.length >= 2 && word.length <= 3 && !post.test(word))

const postAlone =
  /^[\u4e00-\u9fff]{0,20}(?:主任|书记|局长|县长|区长|镇长|乡长|部长|科长|所长|站长|院长|校长|队长|主席|常委|经理|指导员|教导员|委员|干事)$/

/** `陈某 街道党工委副书记、办事处主任`: a post without a name is held by the one before. */
const withSecondPosts = (pieces: readonly string[]): readonly string[] => {
  const people: string[] = []
  for (const piece of pieces) {
    const last = people.at(-1)
    if (last !== undefined && named.test(last) && postAlone.test(piece)) people[people.length - 1] = `${last}、${piece}`
    else people.push(piece)
  }
  return people
}

/** Stands for the blank of `镇长 张三` while a list is taken apart. */
const kept = '\uE000'
const afterPost = /(?<=[长任记席理员])\s{1,8}(?=[\u4e00-\u9fff]{2,4}(?:[、,;]|$))/g

const firstPost = /(?:常委|委员|副?书记|副?主席|副?主任|副?[局县区镇乡部科所站院校]长)$/
const withName = /(?:常委|委员|书记|主席|主任|[局县区镇乡部科所站院校队]长)(?:\uE000)?[\u4e00-\u9fff]{2,3}$/

/** `县委常委、宣传部部长李某`: a post said before another is held by the same. */
const withFirstPosts = (names: readonly string[]): readonly string[] => {
  const people: string[] = []
  let first = ''
  for (const [i, name] of names.entries()) {
    const next = names[i + 1]
    if (next !== undefined && firstPost.test(name) && withName.test(next) && !firstPost.test(next)) first += `${name}、`
    else {
      people.push(first + name)
      first = ''
    }
  }
  return people
}

const post = /(?:长|主任|书记|主席|经理|委员|干事|主管)$/

/** `张三 李四` and `院长 书记` are two, `镇长 张三` is one. */
const namesByBlanks = (text: string): readonly string[] => {
  const tokens = text.trim().split(/\s+/)
  const names = tokens.length > 1 && tokens.every(t => t.length >= 2 && t.length <= 4 && !post.test(t))
  const posts = tokens.length > 1 && tokens.every(t => post.test(t))
  return names || posts ? tokens : [text.trim()]
}

const postOf = (groups: Readonly<Record<string, string | undefined>> | undefined): Post =>
  groups?.['leader'] !== undefined
    ? 'leader'
    : groups?.['deputy'] !== undefined
      ? 'deputy'
      : groups?.['member'] !== undefined
        ? 'member'
        : groups?.['location'] !== undefined
          ? 'location'
          : 'duties'

const longest = 400
const longestList = 30

const labelEnds = characters('长挥委任会人员位责务点')
const blanks = characters('', 'and blanks')
const colon = ':'.charCodeAt(0)
const withColon = clued(/:/)

/** Whether a colon stands behind a character that a label ends with, a blank between them or not. */
const mayLabel = (text: string, start: number, end: number): boolean => {
  if (!mayHold(withColon, text, start, end)) return false
  for (let i = start + 1; i < end; i++) {
    if (text.charCodeAt(i) !== colon) continue
    const before = text.charCodeAt(i - 1)
    if (labelEnds[blanks[before] === 1 ? text.charCodeAt(i - 2) : before] === 1) return true
  }
  return false
}

const addLabelled = (text: string, line: Line, hits: readonly RegExpExecArray[], found: Appointment[]): void => {
  const words = text.slice(line.start, line.end)
  for (let i = 0; i < hits.length; i++) {
    const m = hits[i] as RegExpExecArray // within the list
    const from = m.index + m[0].length
    const post = postOf(m.groups)
    const stop = post === 'duties' ? words.length : Math.min(hits[i + 1]?.index ?? words.length, from + longest)
    const said = words.slice(from, stop)
    const sentence = post === 'duties' ? said : (/^[^。;]*/.exec(said)?.[0] ?? said)
    const names = post === 'duties' || post === 'location' ? [sentence.trim()] : people(sentence)
    const ofOffice = m[0].includes('主') && m[0].includes('任')
    found.push({ post, names, at: line.start + m.index, end: line.start + from + sentence.length, ofOffice })
  }
}

/** Appointments announced by a label (`组长:…`), and the unlabelled lines that carry the list of members on. */
export const labelledPosts = ({ text, lines }: Passage): readonly Appointment[] => {
  const found: Appointment[] = []
  for (const line of lines) {
    const { start, end } = line
    const hits = mayLabel(text, start, end) ? matchesIn(labels, text, start, end) : unlabelled
    const last = found[found.length - 1]
    if (hits.length > 0) addLabelled(text, line, hits, found)
    else if (last && line.marker === null && start - last.end < 3 && carriesOn(last, text.slice(start, end)))
      found.push({ ...last, names: people(text.slice(start, end)), at: start, end })
  }
  return found
}

const unlabelled: readonly RegExpExecArray[] = []

const carriesOn = ({ post }: Appointment, words: string): boolean =>
  words.length <= longestList && (post === 'member' || named.test(words.trim())) && carries(words)

const carries = (words: string): boolean => !/[。:;]/.test(words) && !/(?:设|成立|负责|办公室|如下)/.test(words)

/** How a post is said. `core` stands in every match, and in few other places: only where it may is the rest looked for. */
export const waysOfSaying: readonly { readonly shape: Clued; readonly core: Clued; readonly post: Post }[] = [
  {
    shape: clued(
      /(?:^|[,;。、:]|由|以)([^,;。:、由以]{2,24}?(?:、[^,;。:、由以]{2,16}?){0,6}?)(?:同志)?(?:担任|兼任|任|为)(?:第一|执行|常务|双)?(?:组长|总指挥|指挥长|队长|会长|召集人)/g,
    ),
    core: clued(/[任为](?:第一|执行|常务|双)?(?:组长|总指挥|指挥长|队长|会长|召集人)/),
    post: 'leader',
  },
  {
    shape: clued(/(?:^|[,;。])([^,;。:由以]{2,14}?)(?:同志)?(?:担任|任)主任(?:委员)?(?=[,;。]|$)/g),
    core: clued(/任主/),
    post: 'leader',
  },
  {
    shape: clued(
      /(?:^|[,;。、:]|由|以)([^,;。:、由以]{2,24}?(?:、[^,;。:、由以]{2,16}?){0,6}?)(?:同志)?(?:担任|兼任|任|为)(?:常务|第一|执行)?副(?:组长|总指挥|指挥长|队长|会长|主任|召集人)/g,
    ),
    core: clued(/[任为](?:常务|第一|执行)?副/),
    post: 'deputy',
  },
  {
    shape: clued(
      /(?:^|[,;。:]|由|以)([^,;。:由以]{2,60}?)(?:等)?(?:(?<!负责)同志)?(?:(?<!主)任|为|是)(?:[\u4e00-\u9fff]{0,6})(?:成员|组员|队员|委员(?!会))/g,
    ),
    core: clued(/[任为是][\u4e00-\u9fff]{0,6}(?:成员|组员|队员|委员)/),
    post: 'member',
  },
  {
    shape: clued(/(?:^|[,;。:])(?:组长|总指挥|指挥长|主任)由([^,;。:]{2,30}?)(?:同志)?(?:担任|兼任)/g),
    core: clued(/[长挥任]由/),
    post: 'leader',
  },
  {
    shape: clued(/(?:^|[,;。:])副(?:组长|总指挥|指挥长|主任)由([^,;。:]{2,40}?)(?:同志)?(?:担任|兼任)/g),
    core: clued(/[长挥任]由/),
    post: 'deputy',
  },
  {
    shape: clued(/(?:成员|(?<=[,;。])委员)(?:由|包括|为|有)([^,;。:]{2,80}?)(?:组成|担任|$|(?=[,;。]))/g),
    core: clued(/员[由包为有]/),
    post: 'member',
  },
  {
    shape: clued(
      /(?:^|[,;。:]|组织|由)([^,;。:由]{2,60}?)(?:共同)?(?:组成|参加)(?:的)?(?!一支|\d+支)[\u4e00-\u9fff]{0,16}(?:领导小组|小组|工作组|队|队伍|指挥部|专班|联席会)/g,
    ),
    core: clued(/(?:组成|参加)[\u4e00-\u9fff]{0,20}[组队部班会]/),
    post: 'member',
  },
  {
    shape: clued(/(?<!党)组织(?!牵头)([^,;。:]{2,40}?),(?:建立|成立|组建|组成)[^,;。]{2,40}(?:队|队伍|小组|工作组)/g),
    core: clued(/,(?:建立|成立|组建|组成)/),
    post: 'member',
  },
  {
    shape: clued(/由([^,;。:]{2,40}?)(?:同志)?(?:兼任|担任|任|兼)(?:领导小组)?(?:办公室)?主任/g),
    core: clued(/[任兼](?:领导|办公|主任)/),
    post: 'leader',
  },
  {
    shape: clued(/(?:^|[,;。])([^,;。:由]{2,12}?)(?:同志)?(?:兼任|担任|兼)(?:领导小组)?办公室主任/g),
    core: clued(/[任兼](?:领导|办公)/),
    post: 'leader',
  },
  {
    shape: clued(
      /(?:办公室(?:,?(?:设|设立|设置))?|(?:指挥部|专班)(?:设|设立|设置))(?:在|于)([^,;。:()]{2,24}?)(?=[,;。()]|$|由|,|办公)/g,
    ),
    core: clued(/室,?设|室[在于]|[部班]设/),
    post: 'location',
  },
]

const cleanName = (name: string): string =>
  name
    .replace(/^(?:了|以|由|成立|组建|建立|设立|组织(?![部科委处办室]))+/, '')
    .replace(/(?:等(?:部门|单位|人员|同志)?|(?<!负责)同志)$/, '')

/** Whether a post of director belongs to the committee named last, not to its office. */
const ofCommittee = (before: string): boolean => before.lastIndexOf('委员会') > before.lastIndexOf('办公室')

const anyPost = clued(/组长|指挥|主任|成员|组员|队员|组成|队长|设在|设于|会长|参加|建立|召集人|委员|设立在/)
const anySaid = anyOf(...waysOfSaying.map(({ core }) => core))

/** Appointments said in a sentence: 由…任组长, 以…为组长, …为成员. */
export const spokenPosts = ({ text, sentences }: Passage): readonly Appointment[] => {
  const found: Appointment[] = []
  for (const { start, end } of sentences) {
    if (!mayHoldAny(anySaid, text, start, end) || !holds(anyPost, text, start, end)) continue
    for (const { shape, core, post } of waysOfSaying) {
      if (!holds(core, text, start, end)) continue
      for (const m of matchesIn(shape, text, start, end)) {
        const who = m[1] ?? ''
        const listed = namesIn(who)
        const apart = post === 'member' ? listed : withFirstPosts(listed)
        const names = post === 'location' ? [who] : apart.map(cleanName).filter(isPerson)
        const ofOffice =
          post === 'location' || (m[0].endsWith('主任') && !ofCommittee(text.slice(start, start + m.index)))
        found.push({ post, names, at: start + m.index, end: start + m.index + m[0].length, ofOffice })
      }
    }
  }
  return found
}
