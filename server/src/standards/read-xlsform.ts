import type { Criterion } from '@luoshi/contract/standards'
import { readEvidence } from '@luoshi/rules/evidence-words'
import type { Book } from '../imports/book.ts'
import type { CellCode, CellError } from './cell-words.ts'
import { type FormCell, type FormLine, formLines } from './form-lines.ts'
import { type GradedLists, gradedLists } from './graded-lists.ts'
import type { ReadStandard } from './read-table.ts'

/**
 * Reads an XLSForm, ours or one made elsewhere: each choice of one that can be told as conforming or not becomes a criterion, its
 * groups the section, a picture beside it the photo. What does not fit is named and left out. Null where the file is no form.
 */
export const readXlsform = (book: Book): (ReadStandard & { readonly leftOut: readonly FormCell[] }) | null => {
  const survey = formLines(book, 'survey')
  if (survey === null) return null
  const choices = formLines(book, 'choices') ?? []
  const [settings] = formLines(book, 'settings') ?? []
  const { content, leftOut, errors } = criteriaIn(survey, gradedLists(choices))
  if (content.length === 0) errors.push({ sheet: 'survey', cell: 'A1', value: '', code: 'no-question' })
  return {
    title: settings?.told('form_title') || null,
    pointType: settings?.told('luoshi_point_type') || null,
    ...{ content, errors, leftOut },
  }
}

type Content = ReadStandard['content']

const criteriaIn = (survey: readonly FormLine[], lists: GradedLists) => {
  const content: { name: string; one: Content[number] }[] = []
  const leftOut: FormCell[] = []
  const errors: CellError[] = []
  const groups: string[] = []
  const ours = new Set<string>()
  for (const line of survey) {
    const type = line.told('type').toLowerCase().replace(/\s+/g, ' ')
    if (/^begin[ _](group|repeat)/.test(type)) groups.push(line.label())
    else if (/^end[ _](group|repeat)/.test(type)) groups.pop()
    else if (/^(image|photo)$/.test(type)) {
      const beside = pictured(line, content)
      if (beside) beside.one = { ...beside.one, photo: isAsked(line) ? 'required' : 'optional' }
      else leftOut.push(line.cell('type'))
    } else if (type !== '' && !isSilent(type)) {
      const list = /^select(?:[ _]one|1)(?: from)? (\S+)/.exec(type)?.[1]
      const graded = list !== undefined && lists.isGraded(list)
      const name = line.told('name')
      if (graded && line.label().length >= 2) {
        const one = criterionOf(line, groups)
        content.push({ name, one })
        errors.push(...tooMuch(line, one))
        if (content.length === MOST_CRITERIA + 1) errors.push({ ...line.cell('type'), code: 'too-many' })
        if (line.told('luoshi_id') !== '') for (const part of ['note', 'exception']) ours.add(`${name}_${part}`)
      } else if (!ours.has(name) && !isFrame(name)) leftOut.push(line.cell('type'))
    }
  }
  return { content: content.map(({ one }) => one), leftOut, errors }
}

const MOST_CRITERIA = 400

/** What a standard has no room for: it is for the form's maker to shorten, and nothing is cut off. */
const tooMuch = (line: FormLine, one: Content[number]): readonly CellError[] => {
  const { section, text, grades, exceptions, lookWhere, lookHow } = one
  const beyond = (holds: boolean, column: string, code: CellCode): readonly CellError[] =>
    holds ? [] : [{ ...line.cell(column), code }]
  return [
    ...beyond(section.length <= 120, 'type', 'section'),
    ...beyond(text.length <= 1000, line.told('luoshi_text') ? 'luoshi_text' : 'label', 'text'),
    ...(['conforms', 'mostly', 'fails'] as const).flatMap(grade =>
      beyond((grades[grade] ?? '').length <= 500, `luoshi_${grade}`, 'grade'),
    ),
    ...beyond(
      exceptions.length <= 20 && exceptions.every(words => words.length <= 300),
      'luoshi_exceptions',
      'exceptions',
    ),
    ...beyond(lookWhere.length <= 300, 'luoshi_where', 'look'),
    ...beyond(lookHow.length <= 500, line.told('luoshi_id') ? 'luoshi_how' : 'hint', 'look'),
  ]
}

/** Rows that ask nothing of anybody. */
const isSilent = (type: string): boolean =>
  /^(start|end|today|deviceid|username|phonenumber|email|audit|calculate|hidden|note|simserial|subscriberid|background-audio|xml-external|csv-external)\b/.test(
    type,
  )

/** What our own forms ask beside their criteria. */
const isFrame = (name: string): boolean => name === 'point_name' || name === 'visit_note'

const isAsked = (line: FormLine): boolean =>
  !['', 'no', 'false', 'false()'].includes(line.told('required').toLowerCase())

/** The question a picture belongs to: named after it, shown for it, or the one just before. */
const pictured = <T extends { readonly name: string }>(line: FormLine, content: readonly T[]): T | undefined => {
  const name = line.told('name')
  const relevant = line.told('relevant')
  return (
    content.findLast(one => name.startsWith(`${one.name}_`) || relevant.includes(`\${${one.name}}`)) ?? content.at(-1)
  )
}

const criterionOf = (line: FormLine, groups: readonly string[]): Content[number] => {
  const told = (key: string): string => line.told(`luoshi_${key}`)
  const weight = Number(told('weight'))
  const grades: Criterion['grades'] = {}
  for (const grade of ['conforms', 'mostly', 'fails'] as const) if (told(grade)) grades[grade] = told(grade)
  return {
    id: told('id') || null,
    section: groups.filter(group => group !== '').join(' / '),
    text: told('text') || line.label(),
    weight: weight > 0 && weight <= 1000 ? weight : 1,
    critical: told('critical') === 'yes',
    grades,
    exceptions: told('exceptions') === '' ? [] : told('exceptions').split('；'),
    evidence: readEvidence(told('evidence')) ?? [],
    photo: 'none',
    lookWhere: told('where'),
    // Of a form made elsewhere the hint says how to look; ours says it in columns of its own.
    lookHow: told('id') ? told('how') : line.hint(),
    categoryId: null,
  }
}
