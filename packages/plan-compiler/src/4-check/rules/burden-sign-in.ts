import { clued } from '../../scan/clues.ts'
import { clauseAround, hitsOf, quote } from '../places.ts'
import type { Rule } from '../rule.ts'

// 国办函〔2026〕12号: no sign-ins and no counting of time online, but for security and emergencies.
const signing = clued(
  /(?:每天|每日|定时|上下班|到岗|到点|巡查|巡逻|入户|走访|值班|现场|线上|手机|人脸|指纹|定位|扫码|平台|APP|App|app|小程序|学习|强国)?(?:打卡|签到)(?!表|册|簿|本|台|处|页|记录表)|(?:在线|学习|上线)时长(?:统计|排名|考核|通报|不少于|达到)|(?:行动|巡查|巡逻|工作|活动)?轨迹(?:打卡|上传|考核|定位|记录|回传)/g,
)
const ofPlaces = /(?:网红|旅游|景点|景区|文旅|红色|地标|热门|特色)[^,。;\n]{0,6}$/
/** The scenes that both rules except. */
const excepted = /安保|保安|巡更|应急值守|防汛值守|消防控制室|监控室|警卫/
const forbidden = /(?:不得|禁止|严禁|不要|不搞|取消|杜绝|不以|避免|防止|不需|无需|不再)[^,。;\n]{0,12}$/

/** Nobody is asked to sign in. */
export const nobodySignsIn: Rule = plan =>
  hitsOf(plan, signing).flatMap(hit => {
    const span = { start: hit.start, end: hit.end }
    const clause = clauseAround(plan, span)
    const before = plan.text.slice(clause.start, span.start)
    // Guests of a meeting sign in by its programme.
    if (/\d{1,2}:\d{2}[^,。;\n]{0,12}$/.test(plan.text.slice(Math.max(0, span.start - 20), span.start))) return []
    if (ofPlaces.test(before) || forbidden.test(before) || excepted.test(before)) return []
    return [{ code: 'burden-sign-in', params: { words: quote(plan, span) }, span }]
  })
