import type { FastifyInstance } from 'fastify'
import type { House } from '../context.ts'
import { excel } from '../exports/excel.ts'
import { spreadsheetType } from '../exports/spreadsheet.ts'
import { inRequest } from '../http/in-request.ts'
import { pointSheet } from './point-sheet.ts'

/** The spreadsheet of points to fill in, and how. */
export const pointTemplateRoute = (app: FastifyInstance, house: House): void => {
  app.get('/api/v1/points/template.xlsx', async (request, reply) => {
    await inRequest(house, request, async () => {}) // for people who are signed in
    return reply
      .type(spreadsheetType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent('点位导入模板.xlsx')}`)
      .send(Buffer.from(await pointTemplate()))
  })
}

const pointTemplate = async (): Promise<ArrayBuffer> => {
  const { Workbook } = await excel()
  const book = new Workbook()
  const sheet = book.addWorksheet(pointSheet.name, { views: [{ state: 'frozen', ySplit: 1 }] })
  // A code or a telephone number is a text, or a leading zero is lost.
  sheet.columns = pointSheet.headings.map(({ key, words, needed, width }) => ({
    ...{ key, width, header: needed ? `${words}*` : words, style: { numFmt: '@' } },
  }))
  sheet.getRow(1).font = { bold: true }
  sheet.getRow(1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF3E9DC' } }
  const help = book.addWorksheet('填写说明')
  help.getColumn(1).width = 100
  for (const line of explanation) help.addRow([line])
  help.getRow(1).font = { bold: true, size: 14 }
  return book.xlsx.writeBuffer()
}

const explanation: readonly string[] = [
  '怎样填写',
  '1. 带 * 的列必填。第一行的标题不要改，顺序可以调整，空行会跳过。',
  '2. 责任单位写单位的名称、简称或别名；有重名的写成“上级/单位”，例如：城关街道/鼓楼社区。',
  '3. 编号留空，系统自动生成；已有点位带着编号导入就是修改它，空着的单元格保留原来的内容。',
  '4. 经度、纬度用小数（WGS 84），要写就两个一起写；暂时不知道可以空着，以后在地图上点选。',
  '5. 联系人和电话只用于检查前联系，列表里只显示一部分。',
]
