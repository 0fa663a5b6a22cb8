import { isHan } from '../../scan/characters.ts'
import { clued, holds } from '../../scan/clues.ts'
import { neighbours } from '../neighbours.ts'
import type { TimedPhase } from '../phase-series.ts'
import { touches } from '../places.ts'
import type { CheckedPlan, Finding, Rule } from '../rule.ts'

const common = (first: TimedPhase, second: TimedPhase): number => {
  if (first.last === null || second.first === null) return 0
  return Math.min(first.last, second.last ?? first.last) - second.first + 1
}

const found = (first: TimedPhase, second: TimedPhase, days: number): Finding => ({
  code: 'phases-overlap',
  params: { first: first.name, second: second.name, days },
  span: second.head,
  related: [first.head],
  // One day that ends a phase and begins the next is a way of speaking.
  ...(days === 1 ? { severity: 'info' } : {}),
})

const meant = clued(/同步(?:推进|进行|开展)|交叉(?:进行|推进)|压茬|穿插/)

/** Phases that are meant to run side by side, which the plan says where it tells them. */
const sideBySide = ({ reading, text }: CheckedPlan): boolean => {
  const [first] = reading.phases
  const last = reading.phases.at(-1)
  if (!first || !last) return false
  return holds(meant, text, first.span.start, last.span.end)
}

const inSeries = (plan: CheckedPlan): readonly Finding[] =>
  neighbours(plan).flatMap(({ first, second }) => {
    const backwards = first.first !== null && second.first !== null && second.first < first.first
    const days = backwards || touches(first.head, second.head) ? 0 : common(first, second)
    return days > 0 ? [found(first, second, days)] : []
  })

const hollow = /阶段|工作|活动|创建|实施|开展|组织|进行|安排|时间|社区|单位|管理|落实|小区|城市|文明/g

/** Pairs of characters that tell what a stage is about. */
const topics = (name: string): readonly string[] => {
  const words = name.replace(hollow, ' ')
  return Array.from({ length: Math.max(0, words.length - 1) }, (_, i) => words.slice(i, i + 2)).filter(
    w => isHan(w.charCodeAt(0)) && isHan(w.charCodeAt(1)),
  )
}

/** A part of the plan that carries the name of a phase and runs on into the phase after it. */
const runningOn = (plan: CheckedPlan): readonly Finding[] => {
  const [series = [], ...others] = plan.phases
  if (others.length === 0) return []
  const spoken = new Map(series.flatMap((phase, i) => topics(phase.name).map(topic => [topic, i] as const)).reverse())
  return others.flat().flatMap(stage => {
    const own = Math.min(...topics(stage.name).map(topic => spoken.get(topic) ?? Number.POSITIVE_INFINITY))
    const mine = series[own]
    const next = series[own + 1]
    if (!mine || !next || stage.last === null || mine.last === null || next.first === null) return []
    const days = Math.min(stage.last, next.last ?? stage.last) - next.first + 1
    return stage.last > mine.last && days > 0 ? [found(next, stage, days)] : []
  })
}

/** Each day belongs to one phase. */
export const eachDayBelongsToOnePhase: Rule = plan =>
  plan.phases.length === 0 || sideBySide(plan) ? [] : [...inSeries(plan), ...runningOn(plan)]
