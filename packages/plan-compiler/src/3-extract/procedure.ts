import type { Line } from '../2-outline/lines.ts'
import { clausesOf, type Sentence } from '../2-outline/sentences.ts'
import type { Node } from '../2-outline/tree.ts'
import type { Procedure, ProcedureStep } from '../plan.ts'
import { readNamed, readSubject } from '../vocabulary/party.ts'
import { predicateAt } from '../vocabulary/predicates.ts'
import { type Passage, trimmed, wordsOf } from './passage.ts'

const steps: readonly { readonly step: ProcedureStep; readonly shape: RegExp; readonly strong: boolean }[] = [
  {
    step: 'withdraw',
    shape:
      /取消[^,。;]{0,14}(?:称号|荣誉|授旗|命名|资格)|摘牌|撤销[^,。;]{0,10}(?:称号|命名)|收回[^,。;]{0,6}(?:牌|旗)/,
    strong: true,
  },
  { step: 'recheck', shape: /(?<!迎接.{0,10}|通过.{0,10})(?:复查|复核|复审|复评)(?!验收)/, strong: true },
  { step: 'renew', shape: /重新(?:申报|认定|评定|申请)|届满/, strong: true },
  {
    step: 'grant',
    shape:
      /授旗|授牌|授予[^,。;]{0,24}(?:称号|荣誉|匾|奖|牌)|命名(?!为准)|颁发[^,。;]{0,10}(?:牌|证书|奖)|挂牌(?!督办|作战)/,
    strong: true,
  },
  {
    step: 'notice',
    shape:
      /(?:进行|予以|向社会|网上|媒体|现场|结果|名单)[^,。;]{0,6}公示(?!栏)|公示(?=\d|不少于|期|后|无异议|名单|结果|[,。;]|$)/,
    strong: true,
  },
  { step: 'self-score', shape: /自评|自查自评|自我(?:评价|评估|测评)/, strong: true },
  { step: 'apply', shape: /申报(?!表的|材料的)|提(?:交|出)[^,。;]{0,8}申请|报名/, strong: true },
  { step: 'recommend', shape: /推荐(?!引|阅)|择优(?:上报|确定)|推选/, strong: false },
  {
    step: 'review',
    shape:
      /初审|评审|审定|审核|评定(?!内容|程序|结果|标准|达标|的`?)|评选|(?<![日周月季年])评比|确定[^,。;]{0,20}名单|考评认定|综合评定/,
    strong: false,
  },
  {
    step: 'inspect',
    shape:
      /(?<!复查|通过[^,。;]{0,12})(?:考核|检查|组织|实地|现场|逐一|考评|评估)?验收(?!标准|工作|的|合格后)|实地(?:考察(?!点位|标准)|核查|查看)/,
    strong: false,
  },
]

const award =
  /称号|荣誉|授旗|授牌|命名|评选|评定|申报|公示|评比|评审|先进|示范(?:点|小区|社区|单位|户)|文明(?:家庭|户|楼|单位)|流动红旗|星级/

const threshold = /(?:达(?:到)?|不低于|总分)?\d{2,3}(?:\.\d)?分(?:\([^()]{0,10}\))?(?:及)?(?:以上)?|\d{1,3}%(?:以上)?/

const actorOf = (passage: Passage, start: number, end: number): string | null => {
  const subject = readSubject(passage.text, start, end)
  if (subject) return subject.names.join('、')
  const by = passage.text.slice(start, end).search(/由(?!于|此)/)
  if (by < 0) return null
  const named = readNamed(passage.text, start + by + 1, end, at => predicateAt(passage.text, at) !== null)
  return named ? named.names.join('、') : null
}

type Found = Procedure & {
  readonly strong: boolean
  readonly line: Line
  readonly node: Node
  readonly sentence: number
  readonly key: string
}

/** A title or a heading announces steps, it takes none. */
const isHeading = ({ text }: Passage, { start, end, node, line }: Sentence): boolean => {
  if (start !== line.body || end - start > 24) return false
  const whole = line.end - end <= 1
  return (
    whole &&
    (node.parent === null
      ? /(?:方案|计划|办法|意见|细则)$/.test(text.slice(start, end))
      : line === node.own[0] && (node.children.length > 0 || node.own.length > 1))
  )
}

const anyStep =
  /取消|摘牌|撤销|收回|复查|复核|复审|复评|重新|届满|授|命名|颁发|挂牌|公示|自评|自我|申报|申请|报名|推荐|择优|推选|初审|评审|审定|审核|评定|评选|(?<![日周月季年])评比|名单|认定|验收|实地|现场/

const inSentence = (passage: Passage, sentence: Sentence): readonly Found[] => {
  const said = passage.text.slice(sentence.start, sentence.end)
  if (!anyStep.test(said) || isHeading(passage, sentence) || /^(?:为|根据|按照)[^。]{0,80}制[定订]/.test(said))
    return []
  let actor: string | null = null
  return clausesOf(passage.text, sentence.start, sentence.end).flatMap(([start, end]) => {
    const words = passage.text.slice(start, end)
    actor = actorOf(passage, start, end) ?? actor
    return steps.flatMap(({ step, shape, strong }): readonly Found[] => {
      const m = shape.exec(words.replace(/《[^》]*》|“[^”]*”/g, title => '〇'.repeat(title.length)))
      if (!m) return []
      const span = trimmed(passage.text, start, end)
      const limit = threshold.exec(words)?.[0] ?? null
      const key = `${step} ${step === 'review' ? m[0].slice(0, 2) : ''} ${actor?.replace(/^各/, '') ?? wordsOf(passage.text, span).slice(0, 8)}`
      return [
        {
          step,
          actor,
          threshold: limit,
          span,
          strong,
          line: sentence.line,
          node: sentence.node,
          sentence: sentence.start,
          key,
        },
      ]
    })
  })
}

const plain = ({ step, actor, threshold: limit, span }: Found): Procedure => ({ step, actor, threshold: limit, span })

const fuller = (a: Found, b: Found): boolean =>
  (a.threshold !== null) !== (b.threshold !== null)
    ? a.threshold !== null
    : a.span.end - a.span.start > b.span.end - b.span.start

/** Of two mentions of a step by the same actor the fuller is kept. */
const distinct = (found: readonly Found[]): readonly Found[] => {
  const best = new Map<string, Found>()
  for (const f of found) {
    const known = best.get(f.key)
    if (!known || fuller(f, known)) best.set(f.key, f)
  }
  return [...best.values()].sort((a, b) => a.span.start - b.span.start)
}

const selecting = /评选|评比|命名|授予|授牌|授旗/

const ofTitle = new Set<ProcedureStep>(['apply', 'self-score', 'grant', 'withdraw', 'notice', 'recommend'])
const announcesPhase = /^[^,。;()]{0,12}(?:阶段)?\([^()]*\d|(?:首次|每[^,。;]{0,8}(?:次|个))|(?:每|下一)(?:季度|月|年)/

const onTitles = /程序|办法|流程|步骤|方法|评定|评选|评审|验收|考核|命名|申报|认定|表彰|授/
const fewestInHome = 4

/** The outermost section that a place stands in. */
const topOf = (node: Node): Node => (node.parent === null || node.parent.parent === null ? node : topOf(node.parent))

/** The sections that tell the way to the title; beside them a plan only mentions its steps. */
const homesOf = (found: readonly Found[]): ReadonlySet<Node> => {
  const kinds = new Map<Node, Set<ProcedureStep>>()
  for (const f of found) {
    const top = topOf(f.node)
    kinds.set(top, (kinds.get(top) ?? new Set()).add(f.step))
  }
  const homes = [...kinds].filter(([node, steps]) => steps.size >= fewestInHome && onTitles.test(node.heading))
  return new Set(homes.map(([node]) => node))
}

/** What may happen to a title once it is held is often told elsewhere. */
const afterwards = new Set<ProcedureStep>(['withdraw', 'recheck', 'renew'])

const tellsTheWay = (node: Node): boolean => node.role === 'procedure' || node.role === 'phases'

/** Outside its section only a step that the section leaves out counts. */
const atHome = (found: readonly Found[]): readonly Found[] => {
  const homes = homesOf(found)
  if (homes.size === 0) return found
  const told = new Set(found.filter(f => homes.has(topOf(f.node))).map(f => f.step))
  return found.filter(
    f =>
      homes.has(topOf(f.node)) ||
      (f.actor !== null && tellsTheWay(f.node)) ||
      (f.strong && !told.has(f.step) && (f.actor !== null || afterwards.has(f.step))),
  )
}

const condition =
  /^[^,。;]{0,6}(?:公示|考核|验收|评定)[^,。;]{0,6}(?:无异议|合格|通过|期满)的$|^(?:已)?被[^,。;]{2,16}的$/

/** `3.公示。结果公示7天。`: the name of an item whose sentences tell the step is not the step again. */
const namesItem = (f: Found, found: readonly Found[]): boolean =>
  f.span.start === f.line.body &&
  f.span.end - f.span.start <= 6 &&
  found.some(o => o.line === f.line && o.step === f.step && o.span.start > f.span.start)

const few = /不(?:得)?(?:超过|多于|搞|开展)|减少|取消[^,。;]{0,6}(?:检查|评比)|严禁/
const howMany = /(?:评选|评比)[^,。;]{0,16}\d+[个户名]/

/** How a title or flag is applied for, judged, granted and withdrawn. Without such a title in the plan, only plain selections count. */
export const readProcedure = (passage: Passage): readonly Procedure[] => {
  const found = passage.sentences.flatMap(s => inSentence(passage, s))
  const kinds = new Set(found.filter(f => ofTitle.has(f.step)).map(f => f.step))
  const titled = kinds.size >= 2 && award.test(passage.text.slice(passage.span.start, passage.span.end))
  const kept = found.filter(f => {
    const words = wordsOf(passage.text, f.span)
    if (few.test(words) || condition.test(words) || /^(?:评选|评比)结果/.test(words)) return false
    return titled ? !announcesPhase.test(words) : selecting.test(words) && (f.actor !== null || !howMany.test(words))
  })
  const byLine = Map.groupBy(kept, f => f.line)
  const owned = new Set(kept.flatMap(f => (f.actor === null ? [] : [f.step])))
  const told = atHome(kept.filter(f => f.actor !== null || f.threshold !== null || !owned.has(f.step)))
  return distinct(told.filter(f => !namesItem(f, byLine.get(f.line) ?? []))).map(plain)
}
