import type { StandardDetail } from '@luoshi/contract/standards'
import { evidenceText } from '@luoshi/rules/evidence-words'
import type ExcelJS from 'exceljs'
import { excel } from '../exports/excel.ts'
import { criteriaSheet, nameSheet, photoWords } from './table-headings.ts'

type Told = Pick<StandardDetail, 'title' | 'pointType' | 'content'>

/** A standard as a spreadsheet that can be changed and read back; without content it is the template to fill in. */
export const criteriaTable = async ({ title, pointType, content }: Told): Promise<Uint8Array> => {
  const { Workbook } = await excel()
  const book = new Workbook()
  const names = book.addWorksheet(nameSheet.name)
  names.columns = [{ width: 14 }, { width: 40 }]
  names.addRow([nameSheet.title, title])
  names.addRow([nameSheet.pointType, pointType])
  names.getColumn(1).font = { bold: true }

  const sheet = book.addWorksheet(criteriaSheet.name, { views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }] })
  sheet.columns = criteriaSheet.headings.map(({ key, words, needed, width }) => ({
    ...{ key, width, header: needed ? `${words}*` : words },
    ...{ style: { alignment: { wrapText: true, vertical: 'top' as const } } },
  }))
  sheet.getRow(1).font = { bold: true }
  sheet.getRow(1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF3E9DC' } }
  // Tells a criterion from a new one when the sheet comes back; nobody needs to look at it.
  sheet.getColumn('id').hidden = true
  for (const one of content)
    sheet.addRow({
      ...one,
      critical: one.critical ? '是' : '否',
      ...{ conforms: one.grades.conforms, mostly: one.grades.mostly, fails: one.grades.fails },
      exceptions: one.exceptions.join('；'),
      evidence: evidenceText(one.evidence),
      photo: photoWords[one.photo][0],
    })
  offer(sheet, 'critical', ['是', '否'], content.length)
  offer(
    sheet,
    'photo',
    Object.values(photoWords).map(([word = '']) => word),
    content.length,
  )
  const help = book.addWorksheet('填写说明')
  help.getColumn(1).width = 100
  for (const line of explanation) help.addRow([line])
  help.getRow(1).font = { bold: true, size: 14 }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const offer = (sheet: ExcelJS.Worksheet, key: string, words: readonly string[], rows: number): void => {
  const { letter } = sheet.getColumn(key)
  for (let row = 2; row <= rows + 100; row += 1)
    sheet.getCell(`${letter}${row}`).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`"${words.join(',')}"`],
    }
}

const explanation: readonly string[] = [
  '怎样填写',
  '1. 每行一条检查项，“检查项”必填，其余可空。第一行的标题不要改，顺序可以调整，空行会跳过。',
  '2. 分值不填按 1 分；一票否决填“是”，这一条不符合，整个点位就不合格。',
  '3. 三档评判各写一句规则，例如：3处及以上 / 1至2处 / 没有。',
  '4. 视为符合的情形、必备材料有多项时，用分号隔开；材料后面可写类别和有效期，例如：志愿者名册（名册，12个月）。',
  '5. 拍照填 不拍、可拍、必拍。只有看不到照片就说不清的检查项才填“必拍”。',
]
