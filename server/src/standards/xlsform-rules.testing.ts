import { execFileSync } from 'node:child_process'
import type { FormRow, FormSheets } from './xlsform-sheets.ts'

/**
 * What is wrong with a form by the published rules of XLSForm (xlsform.org, and what its converter refuses): names that XML takes and
 * that are unique in their group, types that exist, lists that exist, references that lead somewhere, groups that are closed.
 */
export const xlsformFaults = ({ survey, choices, settings }: FormSheets): readonly string[] => [
  ...survey.flatMap(row => faultsOfRow(row, survey, choices)),
  ...choices.flatMap(({ list_name = '', name = '', label = '' }) =>
    list_name === '' || name === '' || label === '' ? [`choice ${list_name}/${name} lacks a column`] : [],
  ),
  ...twice(choices.map(({ list_name, name }) => `${list_name}/${name}`)).map(name => `choice ${name} stands twice`),
  ...twice(scoped(survey)).map(name => `question ${name} stands twice in its group`),
  ...(depthOf(survey) === 0 ? [] : ['a group is not closed']),
  ...(settings.length === 1 && isName(settings[0]?.form_id ?? '') ? [] : ['the form has no id']),
  ...(settings[0]?.form_title ? [] : ['the form has no title']),
]

/** XML's own rule for names without a prefix. */
const isName = (text: string): boolean => /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(text)

const plainTypes = ['start', 'end', 'today', 'text', 'image', 'begin_group', 'end_group']

const faultsOfRow = (row: FormRow, survey: readonly FormRow[], choices: readonly FormRow[]): readonly string[] => {
  const { type = '', name = '', label = '' } = row
  const list = /^select_one (\S+)$/.exec(type)?.[1]
  const isMeta = ['start', 'end', 'today', 'end_group'].includes(type)
  const references = ['relevant', 'required', 'label', 'hint'].flatMap(column =>
    [...(row[column] ?? '').matchAll(/\$\{([^}]*)\}/g)].map(match => match[1] ?? ''),
  )
  return [
    ...(list === undefined && !plainTypes.includes(type) ? [`${type} is no type`] : []),
    ...(list !== undefined && !choices.some(choice => choice.list_name === list) ? [`there is no list ${list}`] : []),
    ...(isName(name) ? [] : [`“${name}” is no name`]),
    ...(isMeta || label !== '' ? [] : [`${name} has no label`]),
    ...references
      .filter(reference => survey.filter(one => one.name === reference && one.type !== 'end_group').length !== 1)
      .map(reference => `${name} speaks of ${reference}`),
  ]
}

const twice = (names: readonly string[]): readonly string[] =>
  names.filter((name, index) => names.indexOf(name) !== index)

const scoped = (survey: readonly FormRow[]): readonly string[] => {
  const groups: string[] = []
  return survey.flatMap(({ type = '', name = '' }) => {
    if (type === 'end_group') groups.pop()
    const path = type === 'end_group' ? [] : [[...groups, name].join('/')]
    if (type === 'begin_group') groups.push(name)
    return path
  })
}

const depthOf = (survey: readonly FormRow[]): number =>
  survey.filter(({ type }) => type === 'begin_group').length - survey.filter(({ type }) => type === 'end_group').length

const convert = `
import json, sys
from pyxform.xls2xform import convert
print(json.dumps([convert(xlsform=one, validate=False).xform for one in json.load(sys.stdin)]))`

/** Whether the published converter is on this machine (`pip install pyxform`). */
export const hasConverter = (): boolean => {
  try {
    execFileSync('python3', ['-c', 'import pyxform'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** The XForms that the published converter makes of them; throws what it says where it refuses. */
export const converted = (forms: readonly FormSheets[]): readonly string[] =>
  JSON.parse(execFileSync('python3', ['-c', convert], { input: JSON.stringify(forms), encoding: 'utf8' })) as string[] // printed above
