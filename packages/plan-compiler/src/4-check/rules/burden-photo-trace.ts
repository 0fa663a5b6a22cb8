import { clued } from '../../scan/clues.ts'
import { hitsOf, quote, sentenceAround } from '../places.ts'
import type { Rule } from '../rule.ts'

// 整治形式主义为基层减负若干规定: traces are no measure of work.
const traces = clued(
  /(?:拍照|拍摄?照片|照片|截图|截屏|视频|影像|录像|图片)[^,。;\n]{0,10}(?:留痕|打卡|上传|回传|发群|发至|发到|上报|报送|为证|佐证|为准|为依据|存档备查|留存备查)|(?:工作|全程|处处|活动|过程)(?:要)?留痕|痕迹(?:化)?(?:管理|考核|资料)|以(?:照片|截图|图片|视频|台账)[^,。;\n]{0,8}(?:为准|为依据|为凭)/g,
)
/** A photo of what is wrong is evidence, not a trace of work. */
const ofProblems =
  /问题|隐患|违法|违规|违章|案件|投诉|诉求|损坏|破损|取证|执法|线索|举报|整改前后|曝光|作品|征集|摄影|监控/
const forbidden = /不得|禁止|严禁|不搞|不要求|取消|杜绝|不以|避免|防止|过度|不再/

/** No photo is asked for as proof of work. */
export const noPhotoIsProofOfWork: Rule = plan =>
  hitsOf(plan, traces).flatMap(hit => {
    const span = { start: hit.start, end: hit.end }
    const sentence = sentenceAround(plan, span)
    const words = plan.text.slice(sentence.start, sentence.end)
    if (ofProblems.test(words) || forbidden.test(words)) return []
    return [{ code: 'burden-photo-trace', params: { words: quote(plan, span) }, span }]
  })
