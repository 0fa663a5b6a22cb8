import type { Span } from '../plan.ts'
import { clued } from '../scan/clues.ts'
import { readNumber } from '../vocabulary/numerals.ts'
import { hitsOf } from './places.ts'
import type { CheckedPlan } from './rule.ts'

/** The same count said twice: as a number, and as the least or most allowed. */
export type CountSaidTwice = { readonly exact: Span; readonly bound: Span; readonly subject: string }

const verbs = '申报|推荐|上报|评选|选树|报送|创建|建成|组建|配备|选派|设立|举办|开展|打造|培育'
const number = '(\\d{1,3}|[一二两三四五六七八九十]{1,2})(个|名|家|处|支|场|次|户|件|条|项)'
const bounded = clued(
  new RegExp(`(${verbs})([^,。;:\\n]{0,20}?)(?:不少于|至少|不低于|不得少于|不超过|至多|最多)${number}`, 'g'),
)
const plain = clued(
  new RegExp(
    `每个?([\\u4e00-\\u9fff()]{1,8}?)(?:只能|限|可|应|要|须|原则上)?(${verbs})${number}([^,。;:\\n]{0,16})`,
    'g',
  ),
)

const topics = (words: string): ReadonlySet<string> =>
  new Set(
    Array.from({ length: Math.max(0, words.length - 1) }, (_, i) => words.slice(i, i + 2)).filter(p =>
      /^[\u4e00-\u9fff]{2}$/.test(p),
    ),
  )

const meet = (a: string, b: string): boolean => {
  const known = topics(a)
  return [...topics(b)].some(pair => known.has(pair))
}

/** `每镇申报一个…` beside `每次申报…不少于1个`. */
export const exactCounts = (plan: CheckedPlan): readonly CountSaidTwice[] => {
  const bounds = hitsOf(plan, bounded)
  if (bounds.length === 0) return []
  const exacts = hitsOf(plan, plain)
  return bounds.flatMap(bound => {
    const [, verb = '', subject = '', count = '', unit = ''] = bound.match
    const other = exacts.find(({ match }) => {
      const same =
        match[2] === verb && match[4] === unit && readNumber(match[3] ?? '', 0)?.value === readNumber(count, 0)?.value
      return same && meet(subject, match[5] ?? '')
    })
    if (!other) return []
    return [
      {
        exact: { start: other.start, end: other.end },
        bound: { start: bound.start, end: bound.end },
        subject: subject.trim(),
      },
    ]
  })
}
