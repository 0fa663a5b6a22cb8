import type { Span } from '../../plan.ts'
import { clued } from '../../scan/clues.ts'
import { bodyOf, clauseAround, hitsOf } from '../places.ts'
import type { CheckedPlan } from '../rule.ts'
import type { ForeignLook } from './own.ts'

const rural = clued(/村间|村庄|村道|村组|村口|田间|农户|农田|村民|村内|村里/g)
const country = /农村|乡村|乡镇|镇村|村居|村\(|\(村|各村|村委|行政村|自然村|村庄|农业|城乡/

/** The one sentence about a village in the plan of a town's community. */
const villageInTheCity = (plan: CheckedPlan): readonly Span[] => {
  const body = bodyOf(plan)
  const hits = hitsOf(plan, rural)
  const [only] = hits
  if (!only || hits.length > 1 || country.test(body)) return []
  const urban = body.match(/社区|小区|楼道|楼院|物业/g)?.length ?? 0
  return urban >= 15 ? [clauseAround(plan, only)] : []
}

const organs = '党委|政府|人民政府|街道办|办事处|党工委|居委会|居民委员会|村委会|党支部|党总支'
const governed = clued(
  new RegExp(
    `(?:(?<![^,。;:、)\\n由经在对向为])|(?<=成立))([\\u4e00-\\u9fff]{2,3})(镇|乡|街道|社区|村)(?:${organs}|(?=要(?!求)|应当|须|必须|负责))`,
    'g',
  ),
)
const nobody =
  /^(?:各|我|本|全|该|所|这|有|其|市|县|区|每|镇|乡|相关|有关|下辖|辖区|由|经|及|和|与|上级|所在|组织|推动|发动|指导|督促|通过|依托)|[各本我全在由经所有和与及]$/

const selfNamed =
  /(?:现就|结合|特制定|制定|制订|现将|根据|成立)?([\u4e00-\u9fff]{2,3})(镇|乡|街道|社区|村)(?:党委|政府|创建|20|开展|按照)|^(?:20\d\d年度?)?([\u4e00-\u9fff]{2,3})(社区|村)/

/** A body of the same kind as the plan's own, under another name, deciding what is done. */
const anotherNamesake = (plan: CheckedPlan): readonly Span[] => {
  const mine = selfNamed.exec(`${plan.reading.title ?? ''}`)
  if (!mine) return []
  const [name, kind] = [mine[1] ?? mine[3] ?? '', mine[2] ?? mine[4] ?? '']
  if (nobody.test(name)) return []
  const others = hitsOf(plan, governed).filter(
    ({ match }) =>
      match[2] === kind &&
      !name.endsWith(match[1] ?? '') &&
      !(match[1] ?? '').endsWith(name) &&
      !nobody.test(match[1] ?? ''),
  )
  // A plan that names several of its neighbours means them.
  return others.length === 1 && others[0] ? [{ start: others[0].start, end: others[0].end }] : []
}

/** Places that cannot be this plan's. */
export const alienPlaces: ForeignLook = (plan, own) => {
  const village = own.level <= 1 && !own.institution ? villageInTheCity(plan) : []
  return [...village, ...anotherNamesake(plan)]
}
