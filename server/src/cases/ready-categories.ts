import type { HandlingLimit } from '@luoshi/rules/case-deadline'

export type ReadyCategory = {
  readonly code: string
  readonly section: string
  readonly name: string
  readonly limit: readonly [amount: number, unit: HandlingLimit['unit']]
  readonly closes: string
  readonly severity: 'minor' | 'ordinary' | 'serious'
  readonly levelDays?: number
}

/** The category of what fits no other. */
export const otherCategory = 'Z99'

const category = (
  section: string,
  [code, name]: readonly [string, string],
  limit: ReadyCategory['limit'],
  closes: string,
  severity: ReadyCategory['severity'] = 'ordinary',
  levelDays?: number,
): ReadyCategory => ({ code, section, name, limit, closes, severity, ...(levelDays !== undefined && { levelDays }) })

const [facilities, roads, clean, green, homes, signs, works, order, danger, service] = [
  '公共设施',
  '道路停车',
  '环境卫生',
  '园林绿化',
  '小区楼道',
  '宣传广告',
  '施工管理',
  '街面秩序',
  '安全隐患',
  '窗口服务',
]

/**
 * A list to begin with, in the manner of GB/T 30428.2 (components and incidents, each with a limit and what must be so before it
 * is closed), in our own words. A county changes it as it needs.
 */
export const readyCategories: readonly ReadyCategory[] = [
  category(facilities, ['A01', '井盖缺失、破损'], [4, 'hours'], '井盖齐平牢固，周边无塌陷', 'serious', 2),
  category(facilities, ['A02', '路灯不亮'], [2, 'working-days'], '夜间照明恢复'),
  category(facilities, ['A03', '供水供热管线渗漏'], [24, 'hours'], '渗漏止住，积水清净，路面恢复', 'serious', 3),
  category(facilities, ['A04', '公厕设施损坏'], [3, 'working-days'], '设施完好可用，无异味'),
  category(facilities, ['A05', '健身、休闲设施损坏'], [5, 'working-days'], '修复或拆除，无尖锐外露'),
  category(facilities, ['A06', '无障碍设施缺失、占用'], [3, 'working-days'], '盲道、坡道畅通可用'),
  category(roads, ['B01', '路面破损、坑洼'], [5, 'working-days'], '路面平整，接缝密实'),
  category(roads, ['B02', '机动车乱停'], [2, 'working-hours'], '车辆移走，通道畅通', 'minor'),
  category(roads, ['B03', '非机动车乱停放'], [4, 'working-hours'], '车辆入位，线内朝向一致', 'minor'),
  category(roads, ['B04', '交通标线、护栏损坏'], [5, 'working-days'], '标线清晰，护栏完整稳固'),
  category(roads, ['B05', '占用盲道、人行道'], [4, 'working-hours'], '占用物清走，通行不受阻'),
  category(clean, ['C01', '暴露垃圾'], [4, 'working-hours'], '垃圾清走，地面无残留', 'minor'),
  category(clean, ['C02', '垃圾桶满冒、破损'], [4, 'working-hours'], '清运到位，桶身完好、盖严', 'minor'),
  category(clean, ['C03', '积存建筑垃圾'], [3, 'working-days'], '清运完毕，场地平整'),
  category(clean, ['C04', '污水外溢'], [24, 'hours'], '疏通到位，不再外溢，地面冲净', 'serious', 3),
  category(clean, ['C05', '卫生死角'], [2, 'working-days'], '清理干净，明确保洁责任人'),
  category(clean, ['C06', '垃圾分类不规范'], [3, 'working-days'], '桶位标识齐全，投放纠正'),
  category(clean, ['C07', '鼠蝇蚊孳生'], [3, 'working-days'], '孳生物清除，防制措施落实'),
  category(green, ['D01', '绿地毁占'], [7, 'working-days'], '占用物清除，绿地补种'),
  category(green, ['D02', '树木倾倒、枯枝'], [24, 'hours'], '枯枝清除，树木扶正或移走', 'serious', 3),
  category(green, ['D03', '绿化缺株、黄土裸露'], [10, 'working-days'], '补栽或覆盖，成活'),
  category(homes, ['E01', '楼道堆物'], [3, 'working-days'], '通道清空，净宽满足疏散'),
  category(homes, ['E02', '楼道小广告'], [2, 'working-days'], '清除覆盖，墙面无残留', 'minor'),
  category(homes, ['E03', '楼道照明、扶手损坏'], [3, 'working-days'], '照明、扶手恢复可用'),
  category(homes, ['E04', '飞线充电'], [24, 'hours'], '拆除飞线，引导到集中充电点', 'serious', 3),
  category(homes, ['E05', '私搭乱建'], [15, 'working-days'], '拆除完毕，恢复原状', 'serious', 15),
  category(homes, ['E06', '墙面脱落、渗漏'], [7, 'working-days'], '危险部位处置，墙面修复'),
  category(homes, ['E07', '违规养殖、毁绿种菜'], [5, 'working-days'], '清理完毕，恢复绿地'),
  category(signs, ['F01', '公益宣传缺失、破损'], [3, 'working-days'], '更换到位，内容准确', 'minor'),
  category(signs, ['F02', '违规户外广告、店招破损'], [5, 'working-days'], '拆除或修复，牢固整洁'),
  category(signs, ['F03', '公示栏信息过期'], [2, 'working-days'], '内容更新，注明日期', 'minor'),
  category(works, ['G01', '工地围挡不规范'], [2, 'working-days'], '围挡连续牢固，整洁'),
  category(works, ['G02', '施工扬尘、带泥上路'], [8, 'working-hours'], '覆盖、冲洗措施到位，路面清净'),
  category(works, ['G03', '夜间施工扰民'], [24, 'hours'], '停止施工或公示许可'),
  category(order, ['H01', '占道经营'], [4, 'working-hours'], '摊位撤离，场地清洁', 'minor'),
  category(order, ['H02', '店外堆放'], [4, 'working-hours'], '物品入店，门前清洁', 'minor'),
  category(order, ['H03', '不文明养犬'], [2, 'working-days'], '劝导到位，粪便清理', 'minor'),
  category(order, ['H04', '油烟、噪声扰民'], [5, 'working-days'], '设施运行正常，居民回访认可'),
  category(danger, ['J01', '消防通道堵塞'], [4, 'hours'], '通道畅通，标线清晰', 'serious', 2),
  category(danger, ['J02', '消防设施缺失、失效'], [3, 'working-days'], '设施齐全有效，检查有记录', 'serious', 3),
  category(danger, ['J03', '电气线路老化、私拉乱接'], [3, 'working-days'], '线路整改，合格人员检查', 'serious', 3),
  category(danger, ['J04', '燃气使用隐患'], [24, 'hours'], '隐患消除，检查合格', 'serious', 2),
  category(danger, ['J05', '电梯故障'], [24, 'hours'], '恢复运行，检验标志有效', 'serious', 2),
  category(service, ['K01', '窗口服务不规范'], [3, 'working-days'], '服务纠正，人员在岗'),
  category(service, ['K02', '投诉渠道不畅'], [3, 'working-days'], '公示电话有人接听'),
  category(service, ['K03', '明码标价、证照公示缺失'], [3, 'working-days'], '公示齐全有效'),
  category(service, ['K04', '台账资料缺失'], [5, 'working-days'], '资料补齐，与实际相符'),
  category('其他', [otherCategory, '其他问题'], [7, 'working-days'], '问题消除，现场复核通过'),
]
