import { localDate } from '@luoshi/rules/local-time'
import type { Message } from '../channels/message.ts'
import type { Thing, ThingKind } from './thing.ts'

const headings: Readonly<Record<ThingKind, string>> = {
  late: '已逾期',
  notice: '整改通知书，请签收',
  risen: '问题已逐级上报',
  returned: '被退回，需要补办',
  soon: '即将到期',
  assigned: '新交办',
  occurrence: '今天的常态工作',
  missed: '未按时完成的常态工作',
  submitted: '等待您确认',
  asked: '申请延期，等待您答复',
  decided: '延期申请已答复',
  drawn: '抽到您的检查',
}

/** What is read at breakfast: the rest is counted. */
const LINES = 30

/** One message for everything there is to tell, the most pressing first. */
export const digest = (things: readonly Thing[], now: Date, publicUrl: string): Message => {
  const order = Object.keys(headings)
  const sorted = things.toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
  const groups = [...Map.groupBy(sorted.slice(0, LINES), ({ kind }) => kind)].map(([kind, some]) => ({
    heading: `${headings[kind]}（${sorted.filter(thing => thing.kind === kind).length}）`,
    lines: some.map(lineOf),
  }))
  const more = sorted.length - LINES
  const [, month, day] = localDate(now).split('-').map(Number)
  return {
    title: `落实 ${month}月${day}日：${sorted.length} 项工作`,
    groups: more > 0 ? [...groups, { heading: `还有 ${more} 项，请打开查看`, lines: [] }] : groups,
    url: publicUrl,
  }
}

const lineOf = ({ text, unit, dueOn }: Thing): string => {
  const short = [...text].length > 60 ? `${[...text].slice(0, 59).join('')}…` : text
  return `${short}（${dueOn === null ? unit : `${unit}，${dueOn}`}）`
}
