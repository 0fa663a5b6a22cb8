import sharp from 'sharp'
import type { Context } from '../context.ts'
import { findProgramme } from '../programmes/find-programme.ts'
import { getWallChart } from '../programmes/wall-chart.ts'
import { named, png, xlsx } from './file-of.ts'
import { taskTable } from './task-table.ts'
import { tasksOfProgramme } from './tasks-of-programme.ts'
import { wallChartSvg } from './wall-chart-svg.ts'

export const programmeTaskTable = async (context: Context, id: string): Promise<File> => {
  const { title } = await findProgramme(context, id, 'programme.read')
  const rows = await tasksOfProgramme(context.db, context.actor.tenantId, id)
  return named(`${title}责任分解表`, xlsx, await taskTable({ title, rows }))
}

/** As much of the chart as the caller may see on the screen. */
export const programmeWallChart = async (context: Context, id: string): Promise<File> => {
  const { title } = await findProgramme(context, id, 'programme.read')
  const svg = wallChartSvg(title, await getWallChart(context, id))
  return named(`${title}作战图`, png, await sharp(Buffer.from(svg)).png().toBuffer())
}
