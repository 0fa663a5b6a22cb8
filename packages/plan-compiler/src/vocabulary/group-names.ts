import type { GroupKind } from '../plan.ts'
import { characters } from '../scan/characters.ts'
import { clued, fits } from '../scan/clues.ts'

const leading = clued(/(?:领导小组|领导组|指挥部|委员会|指导小组|领导机构|领导架构|推进小组|协调小组|联席会议?)$/)
const office = clued(/(?:办公室|办)$/)
const heads =
  /(?:工作领导小组|领导小组|领导组|领导机构|领导架构|指挥部|委员会|办公室|工作小组|工作组(?![长织])|专项组|工作专班|专班|联络小组|行动小组|小组(?!长)|行动组|专项行动组|督查组|督导组|检查组|考核组|评审组|巡查组|服务队|志愿队|突击队|巡逻队|护卫队|护安队|工作队|宣传队|应急队|清洁队|保洁队|队伍|联席会议?|理事会|志愿者组织|协会|[\u4e00-\u9fff]{2,6}组(?![长织成员合建])|[\u4e00-\u9fff]{2,6}队(?![长员伍]))/

const joint = clued(/联席会议?$/)

/** What kind of body a name is of. Joint meetings work, they do not lead. */
export const groupKindOf = (name: string): GroupKind =>
  fits(joint, name) ? 'working' : fits(leading, name) ? 'leading' : fits(office, name) ? 'office' : 'working'

const whole = clued(new RegExp(`^[^,。;:()]{0,40}${heads.source}$`))

/** Whether a phrase is the name of a body, whole. */
export const isGroupName = (name: string): boolean => name.length >= 2 && name.length <= 44 && fits(whole, name)

const list = new RegExp(
  `(?:[^,。;:、和]|和(?=[谐睦美平])|(?<![组队室会部])和(?=[^,。;:、组队室]{0,16}(?:领导小组|指挥部))){0,44}?${heads.source}(?!(?![在设于])[\\u4e00-\\u9fff]{0,3}(?:组|队|办|室))`,
  'g',
)

/** The last character of some word for a body, without which no name is one. */
const ofBody = characters('组构部会室班队织')

const hasBody = (phrase: string): boolean => {
  for (let i = 0; i < phrase.length; i++) if (ofBody[phrase.charCodeAt(i)] === 1) return true
  return false
}

const conjunction = /^(?:以及|及|和(?![谐睦美平])|与)/

type Named = { readonly name: string; readonly at: number }

const none: readonly Named[] = []

/** The names of bodies in a phrase such as `综合协调组、宣传组和督查组`. */
export const groupNamesIn = (phrase: string): readonly Named[] => {
  if (!hasBody(phrase)) return none
  const found: Named[] = []
  list.lastIndex = 0
  for (let m = list.exec(phrase); m !== null; m = list.exec(phrase)) {
    const name = m[0].replace(conjunction, '')
    found.push({ name, at: m.index + m[0].length - name.length })
  }
  return found
}
