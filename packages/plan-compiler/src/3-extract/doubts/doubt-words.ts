import type { Reason } from '../../plan.ts'

type Words = { readonly confidence: number; readonly zh: string; readonly en: string }

/** Why a reading is not sure, in the words a person reviews it by, and how sure it is all the same. `{name}` is filled in. */
const words = {
  'text-damaged': {
    confidence: 0.5,
    zh: '这里的原文有缺字或乱码，读出来的内容可能不全。',
    en: 'Characters are lost or garbled here; the reading may be incomplete.',
  },
  'party-by-company': {
    confidence: 0.7,
    zh: '“{name}”看不出是单位还是岗位，是按同列的其他单位推断为责任方的。',
    en: 'Nothing in “{name}” says that it acts; it is taken for a party because its neighbours in the list are.',
  },
  'party-is-a-level': {
    confidence: 0.7,
    zh: '只写了“{name}”这样的层级，没有写明由哪个部门负责。',
    en: 'Only a level is named, “{name}”, not which of its offices.',
  },
  'party-above': {
    confidence: 0.5,
    zh: '写的是上级机关“{name}”要做的事，不一定是本方案交办的任务。',
    en: 'A body above, “{name}”, is said to act; this may be no task of the plan.',
  },
  'only-helpers': {
    confidence: 0.6,
    zh: '只读出了配合或参与的一方，没有读出由谁负责。',
    en: 'Only those who help were found, not who is responsible.',
  },
  'only-a-call': {
    confidence: 0.5,
    zh: '读起来是号召或提要求，没有具体要做的事。',
    en: 'This reads as a call for effort; no definite work is asked for.',
  },
  'in-background': {
    confidence: 0.5,
    zh: '这句话在讲指导思想、目标或背景，不一定是要交办的任务。',
    en: 'This stands in the part on principles, aims or background; it may be no task.',
  },
  'several-limits': {
    confidence: 0.7,
    zh: '这段话里有几个时限，取了最后一个。',
    en: 'Several limits are stated here; the last was taken.',
  },
  'limit-from-far': {
    confidence: 0.75,
    zh: '时限是从上几级标题那里继承来的。',
    en: 'The limit was inherited from a heading several levels up.',
  },
  fragment: {
    confidence: 0.6,
    zh: '只有半句话，看不出要做什么。',
    en: 'Half a sentence; what is to be done cannot be told.',
  },
  'period-rounded': {
    confidence: 0.7,
    zh: '原文的周期（如三天一次、每两年一次）没有对应的选项，记成了最接近的周期。',
    en: 'The period as written (every three days, every two years) has no counterpart; the nearest was taken.',
  },
  'in-conditions': {
    confidence: 0.6,
    zh: '这句话写在标准或条件里，可能是要达到的状态，不是要安排的工作。',
    en: 'This stands among conditions; it may describe a state rather than ask for work.',
  },
  'number-masked': {
    confidence: 0.6,
    zh: '数值在原文里被遮住了，需要填上。',
    en: 'The number is masked in the document and has to be filled in.',
  },
  'only-a-number': {
    confidence: 0.65,
    zh: '只写了数量，没有“不少于”“达到”这样的说法，不一定是考核要求。',
    en: 'A bare quantity without “at least” or the like; it may be no demand.',
  },
  'no-subject': {
    confidence: 0.6,
    zh: '没有读出这个数字说的是什么。',
    en: 'What the number is about could not be told.',
  },
  'of-scoring': {
    confidence: 0.5,
    zh: '这个数字写在打分或奖惩的规定里，不一定是工作指标。',
    en: 'The number belongs to a rule of scoring or reward; it may be no target.',
  },
  'window-unread': {
    confidence: 0.6,
    zh: '写了时间，但没有读懂起止日期。',
    en: 'A time is stated, but its first and last day could not be read.',
  },
  'window-reversed': {
    confidence: 0.5,
    zh: '读出的结束日期早于开始日期。',
    en: 'The end that was read lies before the beginning.',
  },
  'name-cut': {
    confidence: 0.65,
    zh: '名称是从一整句话里截取的，可能不准。',
    en: 'The name was cut out of a running sentence and may be off.',
  },
  'name-left-out': {
    confidence: 0.7,
    zh: '原文只列了组长等人员，没有写机构名称，名称是补的。',
    en: 'The posts are listed without the name of the body; the name was supplied.',
  },
  'only-mentioned': {
    confidence: 0.6,
    zh: '方案只是让它做事，没有写明由方案成立。',
    en: 'The plan gives it work but does not say that it sets it up.',
  },
  'by-the-look': {
    confidence: 0.6,
    zh: '没有标题说明是标准，是根据写法判断为检查清单的。',
    en: 'No heading calls it a standard; it is taken for a checklist by the way it is written.',
  },
  'actor-unknown': {
    confidence: 0.7,
    zh: '没有读出这一步由谁来办。',
    en: 'Who takes this step could not be told.',
  },
  'item-unclear': {
    confidence: 0.6,
    zh: '读出了金额，但没有读清是哪一项。',
    en: 'The sum was read, but not what it is for.',
  },
  'both-ways': {
    confidence: 0.6,
    zh: '这句话里既有奖励又有处罚，按最后一处判断。',
    en: 'Reward and penalty stand in one sentence; the last decided.',
  },
  'deed-unknown': {
    confidence: 0.65,
    zh: '没有写明对什么情形给予奖励或处罚。',
    en: 'What is rewarded or punished is not said.',
  },
} as const satisfies Readonly<Record<string, Words>>

export type DoubtCode = keyof typeof words

type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never
type Filling<C extends DoubtCode> = Names<(typeof words)[C]['zh']>
type Params<C extends DoubtCode> = { readonly [N in Filling<C>]: string }

/** A reason with what its words leave open. */
export const because = <C extends DoubtCode>(
  code: C,
  ...[params]: [Filling<C>] extends [never] ? [] : [params: Params<C>]
): Reason => ({ code, params: params ?? {} })

export const doubtCodes: readonly DoubtCode[] = Object.keys(words) as DoubtCode[] // the keys just written

const isCode = (code: string): code is DoubtCode => Object.hasOwn(words, code)

/** Half where nothing is known of the reason. */
export const confidenceOf = ({ code }: Reason): number => (isCode(code) ? words[code].confidence : 0.5)

/** The reason in words. One that is not known, kept by another release, tells its code; what it does not fill stays open. */
export const doubtWords = ({ code, params }: Reason, language: 'zh' | 'en'): string => {
  if (!isCode(code)) return code
  const told = words[code][language]
  return told.includes('{') ? told.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '…')) : told
}
