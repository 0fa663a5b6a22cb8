import type { CriterionResult, RoundRow } from '@luoshi/contract/rounds'
import { leastSample, rankUnits } from '@luoshi/rules/ranking'
import { expectedError } from '@luoshi/rules/sampling'
import { type Interval, wilsonInterval } from '@luoshi/rules/wilson'
import { writtenDay } from '../documents/office-name.ts'
import type { OfficialParagraph } from '../documents/official-paragraphs.ts'
import { officialTable } from '../documents/official-table.ts'
import type { BulletinFacts, FoundPoint } from './bulletin-facts.ts'

const kinds = {
  open: '明查',
  unannounced: '暗访',
  mutual: '互检',
  self: '自查',
  patrol: '巡查',
} as const satisfies Record<RoundRow['kind'], string>

/** How many criteria are named one by one; the rest are counted. */
const MOST_CRITERIA = 10

/** What a round found, in the words and the order of a bulletin; what comes next is left for its office to write. */
export const bulletinText = (facts: BulletinFacts, day: string): readonly OfficialParagraph[] => [
  { style: 'title', text: `关于${facts.title}情况的通报` },
  { style: 'addressee', text: '各有关单位：' },
  body(`${span(facts)}，${facts.unitName}组织开展了“${facts.title}”（${kinds[facts.kind]}）。现将有关情况通报如下。`),
  heading('一、检查情况'),
  ...looked(facts),
  heading('二、总体情况'),
  ...whole(facts),
  heading('三、各单位情况'),
  ...byUnit(facts),
  heading('四、主要问题'),
  ...problems(facts.criteria),
  heading('五、问题整改'),
  body(mending(facts, day)),
  heading('六、下一步要求'),
  body('（由印发单位填写。）'),
]

const body = (text: string): OfficialParagraph => ({ style: 'body', text })
const heading = (text: string): OfficialParagraph => ({ style: 'heading-1', text })
const table = (text: string, ...of: Parameters<typeof officialTable>): OfficialParagraph => ({
  style: 'table',
  text,
  table: officialTable(...of),
})

const span = ({ startsOn, endsOn }: BulletinFacts): string => {
  if (startsOn === endsOn) return writtenDay(startsOn)
  const end = writtenDay(endsOn)
  return `${writtenDay(startsOn)}至${startsOn.slice(0, 4) === endsOn.slice(0, 4) ? end.replace(/^\d+年/, '') : end}`
}

const seenOf = (points: readonly FoundPoint[]): readonly FoundPoint[] => points.filter(({ fails }) => fails !== null)
const cleanOf = (points: readonly FoundPoint[]): readonly FoundPoint[] => points.filter(({ fails }) => fails === 0)

const looked = ({ population, points, inspectors, witness }: BulletinFacts): readonly OfficialParagraph[] => {
  const types = Object.entries(population)
  const all = types.reduce((sum, [, count]) => sum + count, 0)
  const seen = seenOf(points).length
  const missed = points.filter(({ fails }) => fails === null)
  const names = missed.slice(0, 5).map(({ name }) => name)
  return [
    body(
      `检查范围是${types.map(([type]) => type).join('、')}，共${all}个点位。随机抽取${points.length}个点位、${inspectors}名检查人员，实际查了${seen}个${
        missed.length === 0
          ? ''
          : `，${missed.length}个没有查或没有查完（${names.join('、')}${missed.length > names.length ? '等' : ''}），不计入以下结果`
      }。抽签前公布名单的指纹，${witness === null ? '' : `由${witness}见证，`}抽签后公开证明，任何人都可以重新核对。`,
    ),
    table(
      '抽样和完成情况',
      [
        { head: '点位类型', width: 66 },
        ...['全部点位', '抽取', '实际查了'].map(head => ({ head, width: 30, align: 'center' as const })),
      ],
      types.map(([type, count]) => {
        const drawn = points.filter(({ pointType }) => pointType === type)
        return [type, count, drawn.length, seenOf(drawn).length].map(String)
      }),
    ),
    body(errorOf(seen, all)),
  ]
}

const errorOf = (seen: number, all: number): string => {
  const error = expectedError(seen, all)
  if (seen === 0) return '没有查到任何点位，以下不作判断。'
  if (error === 0) return '范围内的点位全部查过，以下比例没有抽样误差。'
  return `由查过的${seen}个点位推断全部${all}个点位，比例的误差在正负${Math.ceil(error * 100)}个百分点以内（把握95%）；分到各类、各单位，样本更少，误差更大。`
}

const whole = ({ points, criteria }: BulletinFacts): readonly OfficialParagraph[] => {
  const [seen, clean] = [seenOf(points).length, cleanOf(points).length]
  const sum = (of: (one: CriterionResult) => number): number => criteria.reduce((all, one) => all + of(one), 0)
  const graded = sum(({ conforms, mostly, fails }) => conforms + mostly + fails)
  if (seen === 0) return [body('没有查过的点位。')]
  return [
    body(
      `查过的${seen}个点位中，${clean}个没有不符合的检查项，占${shareWords(clean, seen)}；${seen - clean}个有不符合的检查项。逐项判定${graded}项次：符合${sum(({ conforms }) => conforms)}项次，基本符合${sum(({ mostly }) => mostly)}项次，不符合${sum(({ fails }) => fails)}项次；另有${sum(({ notApplicable }) => notApplicable)}项次不涉及，不计在内。`,
    ),
  ]
}

const byUnit = ({ points }: BulletinFacts): readonly OfficialParagraph[] => {
  const groups = [...Map.groupBy(seenOf(points), ({ unitName }) => unitName)].sort()
  const ranked = rankUnits(groups.map(([id, own]) => ({ id, successes: cleanOf(own).length, sample: own.length })))
  const isRanked = ranked.some(({ rank }) => rank !== null)
  return [
    table(
      '各单位情况',
      [
        { head: '单位', width: isRanked ? 38 : 54 },
        { head: '查过的点位', width: 26, align: 'center' },
        { head: '没有不符合的', width: 30, align: 'center' },
        { head: '占比（95%范围）', width: 46, align: 'center' },
        ...(isRanked ? [{ head: '名次', width: 16, align: 'center' as const }] : []),
      ],
      ranked.map(({ id, successes, sample, share, interval, rank }) => [
        id,
        String(sample),
        String(successes),
        `${percent(share ?? 0)}（${range(interval)}）`,
        rank === null ? '—' : `第${rank}`,
      ]),
    ),
    body(rankWords(ranked.map(({ id, rank }) => ({ name: id, rank })))),
  ]
}

type RankedName = { readonly name: string; readonly rank: number | null }

/** The best and the worst are named only where the sample tells them apart. */
const rankWords = (units: readonly RankedName[]): string => {
  const ranks = units.flatMap(({ rank }) => rank ?? [])
  const small = units.length - ranks.length
  const left = small === 0 ? '' : `${small}个单位查过的点位不足${leastSample}个，不排名次。`
  if (ranks.length === 0) return `各单位查过的点位都不足${leastSample}个，分不出高低，不排名次。`
  const [best, worst] = [Math.min(...ranks), Math.max(...ranks)]
  if (best === worst) return `有名次的单位之间差别都在误差以内，分不出高低，名次并列。${left}`
  const at = (wanted: number): string =>
    units
      .filter(({ rank }) => rank === wanted)
      .map(({ name }) => name)
      .join('、')
  return `居前的是${at(best)}，居后的是${at(worst)}；名次相同的，差别在误差以内。${left}`
}

const problems = (criteria: readonly CriterionResult[]): readonly OfficialParagraph[] => {
  const failing = criteria
    .filter(({ fails }) => fails > 0)
    .toSorted((one, other) => other.fails - one.fails || gradedOf(one) - gradedOf(other))
  if (failing.length === 0) return [body('没有发现不符合的检查项。')]
  const named = failing.slice(0, MOST_CRITERIA)
  const rest = failing.length - named.length
  return [
    body(`有${failing.length}个检查项出现不符合${rest > 0 ? `，不符合最多的${named.length}个` : ''}如下。`),
    table(
      '不符合最多的检查项',
      [
        { head: '点位类型', width: 28 },
        { head: '检查项', width: 54 },
        { head: '不符合／判定', width: 28, align: 'center' },
        { head: '占比（95%范围）', width: 46, align: 'center' },
      ],
      named.map(one => [
        one.pointType,
        `${one.text}${one.critical ? '（一票否决）' : ''}`,
        `${one.fails}／${gradedOf(one)}`,
        `${percent(one.fails / gradedOf(one))}（${range(wilsonInterval(one.fails, gradedOf(one)))}）`,
      ]),
    ),
  ]
}

const gradedOf = ({ conforms, mostly, fails }: CriterionResult): number => conforms + mostly + fails

const mending = ({ cases: { opened, known, closed, open, late } }: BulletinFacts, day: string): string =>
  opened + known === 0
    ? '检查没有发现需要立案整改的问题。'
    : `检查发现的问题新立案${opened}件${known > 0 ? `，另有${known}件此前已经立案，一并整改` : ''}。截至${writtenDay(day)}，已办结${closed}件，还在办理${open}件，其中超期${late}件。`

const shareWords = (successes: number, sample: number): string =>
  `${percent(successes / sample)}（95%的把握在${range(wilsonInterval(successes, sample))}之间）`

const range = ({ low, high }: Interval): string => `${percent(low)}—${percent(high)}`

const percent = (share: number): string => `${Math.round(share * 100)}%`
