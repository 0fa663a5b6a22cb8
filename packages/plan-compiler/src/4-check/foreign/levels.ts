import { clued } from '../../scan/clues.ts'
import { hitsOf } from '../places.ts'
import type { ForeignLook } from './own.ts'

const provinceSpeaks = clued(
  /(?<![^,。;:\n])(?:目前|近年来|当前)?[,]?我省(?!委|政府|人大|政协|级|厅|内|属|文明办)[^,。;\n]{2,30}/g,
)
const background = /按照|根据|贯彻|落实|响应|为|部署/
const ordersToCities = clued(
  /(?:对|要求|指导|督促)[^,。;\n]{0,10}(?:省辖市|县级市|设区市|地级市|各省|各市州|各县(?:\(市|、市|市))[^,。;\n]{0,40}|(?<=[,。;:\n])(?:省辖市|县级市|设区市|地级市|各市州)[^,。;\n]{0,20}(?:要|应|须)[^,。;\n]{0,20}/g,
)

/** A community that speaks for the province, or gives orders to cities. */
export const alienLevels: ForeignLook = (plan, own) => {
  if (own.level > 2) return []
  const province = own.level <= 1 ? hitsOf(plan, provinceSpeaks).filter(({ match }) => !background.test(match[0])) : []
  return [...province, ...hitsOf(plan, ordersToCities)].map(({ start, end }) => ({ start, end }))
}
