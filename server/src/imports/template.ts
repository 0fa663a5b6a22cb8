import type ExcelJS from 'exceljs'
import { excel } from '../exports/excel.ts'
import { type Heading, kindWords, personSheet, roleWords, unitSheet } from './headings.ts'

/** The spreadsheet to fill in: two sheets, choices where there are some, and how to fill it in. */
export const importTemplate = async (): Promise<Uint8Array> => {
  const { Workbook } = await excel()
  const book = new Workbook()
  const units = headed(book, unitSheet.name, unitSheet.headings)
  const people = headed(book, personSheet.name, personSheet.headings)
  offer(units, 3, Object.values(kindWords))
  offer(people, 4, Object.values(roleWords))
  const help = book.addWorksheet('填写说明')
  help.getColumn(1).width = 100
  for (const line of explanation) help.addRow([line])
  help.getRow(1).font = { bold: true, size: 14 }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const headed = (book: ExcelJS.Workbook, name: string, headings: readonly Heading[]): ExcelJS.Worksheet => {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = headings.map(({ key, words, needed, width }) => ({
    key,
    width,
    header: needed ? `${words}*` : words,
  }))
  const head = sheet.getRow(1)
  head.font = { bold: true }
  head.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF3E9DC' } }
  // An account or a telephone number is a text, or a leading zero is lost.
  for (const column of sheet.columns) column.numFmt = '@'
  return sheet
}

const offer = (sheet: ExcelJS.Worksheet, column: number, words: readonly (readonly string[])[]): void => {
  const list = words.map(([first]) => first).join(',')
  for (let row = 2; row <= 500; row += 1)
    sheet.getCell(row, column).dataValidation = { type: 'list', allowBlank: true, formulae: [`"${list}"`] }
}

const explanation: readonly string[] = [
  '怎样填写',
  '1. 带 * 的列必填。第一行的标题不要改，顺序可以调整，空行会跳过。',
  '2. “单位”表：一行一个单位。上级单位写名称；有重名时写成“街道/社区”这样的路径。上级可以是系统里已有的，也可以是本表里的。',
  `   类型可填：${Object.values(kindWords)
    .map(([first]) => first)
    .join('、')}。别名有多个时用“、”分开。`,
  '3. “人员”表：一行一个职务。同一个人有几个职务就写几行，账号相同即视为同一个人。',
  `   角色可填：${Object.values(roleWords)
    .map(([first]) => first)
    .join('、')}。账号用文字、数字和 . _ - @，全系统不能重复。`,
  '4. 手机、邮箱可以不填，只用于通知。请不要填写身份证号、住址等无关信息。',
  '5. 上传后先预览：新增、变化、相同和错误逐行列出；有一处错误就什么都不导入，改好后重新上传。',
  '6. 导入只会新增和更新，不会删除单位，也不会收回已有的职务。',
]
