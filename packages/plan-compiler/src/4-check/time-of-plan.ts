import { clued, fits } from '../scan/clues.ts'
import type { ReadWindow } from '../vocabulary/windows.ts'
import type { Page } from './page.ts'
import { lineAt, sentenceAround } from './places.ts'

const wholeTime = clued(
  /(?:总体|整个|本次|此次|活动|创建|整治|行动|实施|工作|开展|集中|专项)(?:的)?(?:起止)?(?:时间|期限|周期|时限)(?:为|是|从|定为|安排|[:,])?[^。;\n]{0,12}$/,
)
const ofOneStage = clued(/阶段|步骤|第[一二三四五六]步/)

/** The time that a plan gives itself as a whole, where it gives itself one only. */
export const timeOfPlan = (plan: Page): ReadWindow | null => {
  const said = plan.windows.filter(w => {
    if (w.said !== 'range' || w.start === null || w.end === null) return false
    const before = plan.text.slice(sentenceAround(plan, w.at).start, w.at.start)
    if (!fits(wholeTime, before)) return false
    return !fits(ofOneStage, plan.text.slice(lineAt(plan, w.at.start)?.start ?? w.at.start, w.at.start))
  })
  const [only] = said
  return said.length === 1 && only ? only : null
}
