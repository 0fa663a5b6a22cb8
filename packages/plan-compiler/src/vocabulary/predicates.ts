import { beginningsOf, clued, endAt, oncePerPlace } from '../scan/clues.ts'

/** Words that say that what stands before them is to do something. */
const modal = clued(
  /(?:都|均|也|还|则|亦|一律|同样)?(?:要(?!求|素|点|害|道)|应当|应该|应(?!急|用|届|对)|须|必须|需要|需(?!求)|(?:具体|统一|全面|主要)?负责(?!人|同志|干部)|承担|牵头(?!单位|部门|领导|人)|将(?!来|军|正式|被|会|成为|达到|是|面临)|务必|不得(?![评参申晋])|严禁|(?:亲自|具体|全面|直接|共同|协同|总体)抓|负总责|可(?:以)?(?:根据|结合|采取|按)|每(?:[两二三半\d]{1,2}个?(?:天|日|周|月|小时)|个?(?:天|日|周|月|季|年|学期|半|小时|晚|早|晨))|定期)/y,
)

/** Adverbs and openings of phrases that stand between a doer and the verb. */
const opening = clued(
  /(?:(?:20\d\d年)?\d{1,2}月(?:\d{1,2}[日号]|底|[上中下]旬)?(?:之?前|以前|起|开始)(?=[\u4e00-\u9fff])|每逢|每个|汛期|夜间|课间|课后|平时|节假日(?:期间)?|日常(?=[巡检维管])|常态化|原则上|早晚(?=各)|按时|按照|按(?!摩)|根据|依据|结合(?!部)|围绕|对照|对标|对(?!象|策|口)|把|向|与|会同|联合(?!会|体)|协同|配合|协助|参与|通过|利用|依托|依法|及时|切实|认真|积极|主动|严格|全面|统一(?!着装|标识|佩戴|服装)|统筹|集中|深入|具体|分别|至少|具有|进一步|充分|大力|广泛(?!性)|在(?!职|校|册|建)|从(?!业)|于|逐级|逐一|负有|全程|抓(?!手))/y,
)

/** Verbs of work that are rarely nouns. */
const verb = clued(
  /(?:制定|制订|拟定|拟订|建立|健全|完善|开展|召开|成立|组建|设立|明确|确定|落实|抓好|抓紧|做好|搞好|办好|完成|实施|推进|推动|加大|提高|提升|督促|抽查|排查|摸排|走访|核查|审核|初审|复审|汇总|上报|报送|通报|公布|发放|张贴|印发|下发|派发|发动|动员|举办|承办|主办|整改|清理|清除|清扫|打扫|维修|修复|改造|配备|配齐|配置|安排|提供|收集|归档|填写|填报|签订|受理|处理|处置|化解|解决|支持|确保|履行|执行|贯彻|学习|传达|总结|梳理|列出|申报|申请|推荐|提交|提出|取消|撤销|命名|授予|颁发|拨付|筹集|接受|进行|选派|抽调|挂钩|包干|包保|下沉|派出(?!所)|清洗|更换|修订|修剪|解答|出动|实行|采取|发挥|担任|运用|突出|坚持|压实|细化|分解|倒排|推选|主持|登记|安装|设置|自查|认领|值班|值守|刊播|播放|编发|编印|撰写|聘请|指定|出具|反馈|召集|开通|开设|补齐|参加|办理|听取|联系(?![人点员领单户群服])|协商|答复|发现|研判|抽取|汇报|报告|征求|征集|编制|统计|拆除|查处|取缔|疏通|疏浚|劝导|劝阻|告知|约谈|核实|核定|移交|备案|播发|开设|统筹|包片|包干|发文|下达|选聘|评议|张榜|公开|提请|批准|严[查控管防打]|入户|进场|推送)/y,
)

/** Verbs that are also nouns (`党员教育`): an object must follow. */
const nounLike = clued(
  /(?:研究|组织|加强|强化|优化|规范|指导|督导|督查|监督|检查|巡查|调查|验收|考核|考评|评定|评选|公示|宣传|引导|教育|培训|整治|清运|保洁|维护|建设|新建|整理|调解|协调|保障|分析|表彰|奖励|管理|服务|调度|领导|更新|救助|帮扶|慰问|看望|普查|巡逻|策划|谋划|审批|推广)/y,
)

const noObject = clued(
  /(?:工作|活动|队伍|建设|体系|制度|机制|培训|管理|服务|教育|组织|能力|水平|质量|考核(?!组)|监督|情况|结果|体制|网络|方式|方法|方案|标准|责任|意识|的|等|[、,。;:)(和与及]|$)/y,
)

/** `督查室`, `组织部`, `管理员`: the verb begins a name or goes on with it. */
const bodyOf = clued(
  /(?:部(?![分署门])|科(?![学技普])|室(?![内外])|股|组(?![织建成])|处(?![理置罚于分])|站(?!点)|局|员(?!工)|办(?![理好公事法])|委员|中心|队(?!伍))/y,
)

/** A verb that is already done (`建立了`) tells, it does not ask. */
const done = clued(/(?:了|过(?!程)|的|有(?!关)|起了)/y)

const being = clued(/(?:作为|为|是)[^,;。]{0,24}(?:责任人|责任单位|责任主体|组织者|牵头单位|主管部门)/y)

const begins = beginningsOf(modal, being, opening, verb, nounLike)
const [saysModal, saysBeing, saysOpening, saysVerb, saysNoun] = [1, 2, 4, 8, 16]

/**
 * How plainly the words at a place say that what stands before them is to act: by a modal, by a verb, by a verb that
 * may be a noun; null where they do not.
 */
export const predicateAt = (text: string, at: number): Predicate | null =>
  at < text.length && begins(text.charCodeAt(at)) === 0 ? null : readPredicate(text, at, at)

type Predicate = 'modal' | 'verb' | 'noun'

const readPredicate = oncePerPlace((text, at): Predicate | null => {
  const may = begins(text.charCodeAt(at))
  if ((may & saysModal && endAt(modal, text, at) > 0) || (may & saysBeing && endAt(being, text, at) > 0)) return 'modal'
  if (may & saysOpening && endAt(opening, text, at) > 0) return 'verb'
  const act = may & saysVerb ? endAt(verb, text, at) : -1
  if (act > 0) return endAt(done, text, act) > 0 ? null : 'verb'
  const noun = may & saysNoun ? endAt(nounLike, text, at) : -1
  if (noun > 0 && endAt(bodyOf, text, noun) > 0) return null
  // `检查、指导各村`: the object follows the last of several verbs.
  if (noun > 0 && text[noun] === '、') return predicateAt(text, noun + 1) === null ? null : 'verb'
  return noun > 0 && endAt(noObject, text, noun) < 0 && endAt(done, text, noun) < 0 ? 'noun' : null
})

const planned = clued(/(?:根据|按照|依据|结合(?!部)|对照|对标|围绕|认真|积极|切实|及时|主动|严格)/y)

/** Openings that say of a place, too, that it acts (`社区根据实际制定…`). */
export const opensPlanned = (text: string, at: number): boolean => endAt(planned, text, at) > 0

/** Whether words begin as a phrase about acting, not as a name. */
export const beginsWithAct = (text: string, at: number): boolean =>
  (begins(text.charCodeAt(at)) & (saysModal | saysOpening | saysVerb)) !== 0 &&
  (endAt(modal, text, at) > 0 || endAt(opening, text, at) > 0 || endAt(verb, text, at) > 0)

/** Names may begin with these verbs (`宣传科`, `督查组`), others not. */
export const beginsLikeName = (text: string, at: number): number => endAt(nounLike, text, at)
