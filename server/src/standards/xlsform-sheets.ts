import type { Criterion, StandardDetail } from '@luoshi/contract/standards'
import { evidenceText } from '@luoshi/rules/evidence-words'

export type FormRow = Readonly<Record<string, string>>

/** The three sheets of an XLSForm, as rows by column. */
export type FormSheets = {
  readonly survey: readonly FormRow[]
  readonly choices: readonly FormRow[]
  readonly settings: readonly FormRow[]
}

/** In the order of the choices. Names take no hyphen, so that they can stand in any expression. */
export const gradeChoices = [
  { grade: 'conforms', name: 'conforms', label: '符合' },
  { grade: 'mostly', name: 'mostly', label: '基本符合' },
  { grade: 'fails', name: 'fails', label: '不符合' },
  { grade: 'not-applicable', name: 'not_applicable', label: '不涉及' },
] as const

type Told = Pick<StandardDetail, 'id' | 'title' | 'pointType' | 'content'> & { readonly number: number }

/**
 * A standard as a form that opens in ODK tools: a question for each criterion, a note where it does not conform, a photo where it is
 * asked for, sections as groups. What XLSForm has no column for stands in columns of our own, which converters pass over.
 */
export const xlsformSheets = ({ id, title, pointType, content, number }: Told): FormSheets => {
  const names = namesOf(content)
  return {
    survey: [
      { type: 'start', name: 'started_at' },
      { type: 'end', name: 'ended_at' },
      { type: 'today', name: 'seen_on' },
      { type: 'text', name: 'point_name', label: '点位名称', required: 'yes' },
      ...sectionsOf(content).flatMap(({ section, criteria }, index) => {
        const rows = criteria.flatMap(one => questionsOf(one, names.get(one.id) ?? ''))
        if (section === '') return rows
        const name = `section_${index + 1}`
        return [{ type: 'begin_group', name, label: plain(section) }, ...rows, { type: 'end_group', name }]
      }),
      { type: 'text', name: 'visit_note', label: '其他情况', appearance: 'multiline' },
    ],
    choices: [
      ...gradeChoices.map(({ name, label }) => ({ list_name: 'grades', name, label })),
      ...content.flatMap(({ id: criterionId, exceptions }) =>
        exceptions.map((label, index) => ({
          list_name: `${names.get(criterionId)}_exceptions`,
          name: `e${index + 1}`,
          label: plain(label),
        })),
      ),
    ],
    settings: [
      {
        form_title: plain(title),
        form_id: `luoshi_${id.replaceAll('-', '')}`,
        version: String(number),
        instance_name: `concat(\${point_name}, ' ', \${seen_on})`,
        luoshi_point_type: pointType,
      },
    ],
  }
}

/** From the id, so that a question keeps its name from version to version. */
const namesOf = (content: readonly Criterion[]): ReadonlyMap<string, string> => {
  const taken = new Set<string>()
  return new Map(
    content.map(({ id }) => {
      const digits = id.replaceAll('-', '')
      const short = `c_${digits.slice(-10)}`
      const name = taken.has(short) ? `c_${digits}` : short
      taken.add(name)
      return [id, name] as const
    }),
  )
}

const sectionsOf = (content: readonly Criterion[]) => {
  const sections: { readonly section: string; readonly criteria: Criterion[] }[] = []
  for (const one of content) {
    const last = sections.at(-1)
    if (last?.section === one.section) last.criteria.push(one)
    else sections.push({ section: one.section, criteria: [one] })
  }
  return sections
}

const questionsOf = (one: Criterion, name: string): readonly FormRow[] => {
  const graded = `\${${name}}`
  return [
    {
      type: 'select_one grades',
      name,
      label: plain(one.critical ? `${one.text}（一票否决）` : one.text),
      hint: plain(hintOf(one)),
      required: 'yes',
      luoshi_id: one.id,
      luoshi_text: one.text,
      luoshi_weight: String(one.weight),
      luoshi_critical: one.critical ? 'yes' : 'no',
      luoshi_conforms: one.grades.conforms ?? '',
      luoshi_mostly: one.grades.mostly ?? '',
      luoshi_fails: one.grades.fails ?? '',
      luoshi_exceptions: one.exceptions.join('；'),
      luoshi_evidence: evidenceText(one.evidence),
      luoshi_where: one.lookWhere,
      luoshi_how: one.lookHow,
    },
    ...(one.exceptions.length === 0
      ? []
      : [
          {
            type: `select_one ${name}_exceptions`,
            name: `${name}_exception`,
            label: '属于视为符合的情形吗',
            relevant: `${graded} = 'conforms'`,
          },
        ]),
    {
      type: 'text',
      name: `${name}_note`,
      label: '哪里不符合',
      relevant: `${graded} = 'mostly' or ${graded} = 'fails'`,
      required: `${graded} = 'fails'`,
    },
    ...(one.photo === 'none'
      ? []
      : [
          {
            type: 'image',
            name: `${name}_photo`,
            label: '照片',
            relevant: `${graded} != '' and ${graded} != 'not_applicable'`,
            ...(one.photo === 'required' ? { required: `${graded} != 'not_applicable'` } : {}),
          },
        ]),
  ]
}

/** What is looked at where, and what each grade means, as one reads it on the spot. */
const hintOf = ({ grades, exceptions, evidence, lookWhere, lookHow }: Criterion): string =>
  [
    lookWhere && `看：${lookWhere}`,
    lookHow,
    grades.conforms && `符合：${grades.conforms}`,
    grades.mostly && `基本符合：${grades.mostly}`,
    grades.fails && `不符合：${grades.fails}`,
    exceptions.length > 0 && `视为符合：${exceptions.join('；')}`,
    evidence.length > 0 && `材料：${evidenceText(evidence)}`,
  ]
    .filter(part => part !== '' && part !== false && part !== undefined)
    .join('\n')

/** A label that holds the sign of a reference would be taken for one. */
const plain = (text: string): string => text.replaceAll('${', '$ {')
