import type { Criterion } from '@luoshi/contract/standards'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { excel } from '../exports/excel.ts'
import { readBook } from '../imports/read-book.ts'
import { readXlsform } from './read-xlsform.ts'
import { readyStandards } from './ready-standards.ts'
import { xlsformFile } from './xlsform-file.ts'
import { converted, hasConverter, xlsformFaults } from './xlsform-rules.testing.ts'
import { xlsformSheets } from './xlsform-sheets.ts'

const standardOf = (content: readonly Criterion[], title = '标准') => ({
  ...{ id: '01890000-0000-7000-8000-000000000001', title, pointType: '社区', number: 2 },
  content: content.map(one => ({ ...one, sentence: null })),
})

const readyOf = async (key: string) => {
  const found = (await readyStandards()).find(one => one.key === key)
  if (found === undefined) throw new Error(`no ${key}`)
  let last = 0
  const content = found.content.map(one => {
    last += 1
    return { ...one, id: `01890000-0000-7000-8000-${String(last).padStart(12, '0')}`, categoryId: null }
  })
  return { title: found.title, content }
}

const words = fc.string({ unit: fc.constantFrom(...'灯亮$净{有}<无>"\'& 3'), minLength: 2, maxLength: 12 })
const anyCriterion: fc.Arbitrary<Criterion> = fc.record({
  id: fc.uuid({ version: 7 }),
  section: fc.constantFrom('', '楼道', `院落 \${x}`),
  text: words,
  weight: fc.integer({ min: 1, max: 9 }),
  critical: fc.boolean(),
  grades: fc.record({ conforms: words, mostly: words, fails: words }, { requiredKeys: [] }),
  exceptions: fc.array(words, { maxLength: 3 }),
  evidence: fc.constant([]),
  photo: fc.constantFrom('none', 'optional', 'required'),
  lookWhere: words,
  lookHow: words,
  categoryId: fc.constant(null),
})

test('every ready standard is a form that keeps the published rules', async () => {
  for (const { key } of await readyStandards()) {
    const { title, content } = await readyOf(key)
    expect([key, ...xlsformFaults(xlsformSheets(standardOf(content, title)))]).toEqual([key])
  }
})

test('whatever an office writes into a criterion, the form keeps the rules', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyCriterion, { maxLength: 8, selector: ({ id }) => id }), content => {
      expect(xlsformFaults(xlsformSheets(standardOf(content)))).toEqual([])
    }),
  )
})

test('what breaks the rules is found', async () => {
  const { content } = await readyOf('mall')
  const { survey, choices, settings } = xlsformSheets(standardOf(content))
  expect(xlsformFaults({ survey: [...survey, ...survey.slice(3, 4)], choices, settings })).toHaveLength(1)
  expect(xlsformFaults({ survey: survey.slice(0, -2), choices, settings })).toEqual(['a group is not closed'])
  expect(xlsformFaults({ survey, choices: choices.slice(4), settings }).length).toBeGreaterThanOrEqual(content.length)
})

test('a form asks for a note where something fails, and for a photo only as the criterion does', async () => {
  const { content } = await readyOf('mall')
  const { survey } = xlsformSheets(standardOf(content))
  const strict = content.findIndex(({ photo }) => photo === 'required')
  const name = survey.filter(({ type }) => type === 'select_one grades')[strict]?.name
  expect(survey.find(row => row.name === `${name}_photo`)).toMatchObject({
    required: `\${${name}} != 'not_applicable'`,
  })
  expect(survey.find(row => row.name === `${name}_note`)).toMatchObject({
    relevant: `\${${name}} = 'mostly' or \${${name}} = 'fails'`,
    required: `\${${name}} = 'fails'`,
  })
})

test.skipIf(!hasConverter())('the published converter makes an XForm of it (skipped without pyxform)', async () => {
  const ready = await Promise.all((await readyStandards()).map(({ key }) => readyOf(key)))
  const forms = converted(ready.map(({ title, content }) => xlsformSheets(standardOf(content, title))))
  expect(forms).toHaveLength(ready.length)
  for (const [index, form] of forms.entries()) {
    expect(form.match(/<select1 /g)?.length).toBeGreaterThanOrEqual(ready[index]?.content.length ?? 0)
    expect(form).toMatch(/required="\s*\/data\/.*not_applicable/)
  }
})

test('a form of ours read back is the same standard', async () => {
  for (const key of ['culture-station', 'hotel']) {
    const { title, content } = await readyOf(key)
    const book = await readBook((await xlsformFile(xlsformSheets(standardOf(content, title)))).buffer as ArrayBuffer)
    expect(readXlsform(book)).toEqual({ title, pointType: '社区', content, errors: [], leftOut: [] })
  }
})

test('what is longer or more than a standard holds is named by its cell, and nothing is cut off', async () => {
  const { Workbook } = await excel()
  const book = new Workbook()
  const survey = book.addWorksheet('survey')
  survey.addRow(['type', 'name', 'label', 'hint', 'luoshi_exceptions'])
  survey.addRow(['begin group', 'long', '区'.repeat(121)])
  survey.addRow(['select_one yesno', 'a', '净'.repeat(1001), '看'.repeat(501)])
  survey.addRow(['end group'])
  survey.addRow(['select_one yesno', 'b', '整齐', '', Array.from({ length: 21 }, (_, at) => `例外${at}`).join('；')])
  for (let at = 0; at < 400; at += 1) survey.addRow(['select_one yesno', `c${at}`, `第${at}项`])
  book.addWorksheet('choices').addRows([
    ['list_name', 'name', 'label'],
    ['yesno', 'yes', '是'],
    ['yesno', 'no', '否'],
  ])
  const read = readXlsform(await readBook((await book.xlsx.writeBuffer()) as ArrayBuffer))
  expect(read?.errors.map(({ cell, code }) => [cell, code])).toEqual([
    ['A3', 'section'],
    ['C3', 'text'],
    ['D3', 'look'],
    ['E5', 'exceptions'],
    ['A404', 'too-many'],
  ])
})

test('of a form made elsewhere the questions that fit become criteria, and the others are named', async () => {
  const { Workbook } = await excel()
  const book = new Workbook()
  const survey = book.addWorksheet('Survey')
  for (const row of [
    ['type', 'name', 'label::English (en)', 'label::中文 (zh)', 'hint', 'required', 'relevant'],
    ['deviceid', 'device'],
    ['begin group', 'hall', 'Hall', '**大厅**'],
    ['select_one yesno', 'clean', 'Is it clean?', '地面干净', '看四角'],
    ['image', 'clean_photo', 'Photo', '照片', '', 'yes'],
    ['select_one quality', 'light', 'Lighting', '灯光'],
    ['integer', 'visitors', 'How many?', '人数'],
    ['end group'],
    ['select_one colours', 'paint', 'Colour', '颜色'],
    ['select_one pf', 'exit', 'The exit is free', ''],
  ])
    survey.addRow(row)
  const choices = book.addWorksheet('choices')
  for (const row of [
    ['list name', 'name', 'label::中文 (zh)'],
    ['yesno', 'yes', '是'],
    ['yesno', 'no', '否'],
    ['quality', 'a', '达标'],
    ['quality', 'b', '不达标'],
    ['colours', 'red', '红'],
    ['colours', 'blue', '蓝'],
    ['pf', 'pass', ''],
    ['pf', 'fail', ''],
  ])
    choices.addRow(row)
  book.addWorksheet('settings').addRows([['form_title'], ['大厅检查']])
  const read = readXlsform(await readBook((await book.xlsx.writeBuffer()) as ArrayBuffer))
  expect(read?.title).toBe('大厅检查')
  expect(read?.content.map(({ section, text, photo, lookHow }) => [section, text, photo, lookHow])).toEqual([
    ['大厅', '地面干净', 'required', '看四角'],
    ['大厅', '灯光', 'none', ''],
    ['', 'The exit is free', 'none', ''],
  ])
  expect(read?.leftOut.map(({ cell, value }) => [cell, value])).toEqual([
    ['A7', 'integer · 人数'],
    ['A9', 'select_one colours · 颜色'],
  ])
})
