import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { samples, soundPlans } from './4-check/samples.testing.ts'
import { compile } from './compile.ts'
import schema from './plan.schema.json' with { type: 'json' }
import type { Compilation } from './plan.ts'
import { type Schema, schemaViolations } from './schema-violations.testing.ts'

/** Every field of the types, those that may be absent too, so that a field without a place in the schema is seen. */
type Whole<T> = T extends readonly (infer Item)[]
  ? readonly Whole<Item>[]
  : T extends object
    ? string extends keyof T
      ? T
      : { readonly [K in keyof Required<T>]: Whole<Exclude<T[K], undefined>> }
    : T

const span = { start: 0, end: 1 }
const sure = { confidence: 0.9, doubt: 'why', reason: { code: 'fragment', params: { days: 1 } } }
const window = { text: '4月至5月', start: '04-01', end: '2026-05-31' }

const whole: Whole<Compilation> = {
  schema: 'luoshi.plan/1',
  source: {
    name: 'plan.txt',
    sha256: '0'.repeat(64),
    places: [{ start: 0, page: 1, paragraph: 1, line: 1, table: 1, row: 1, cell: 1 }],
  },
  text: '一',
  plans: [
    {
      ...{ title: null, issuer: null, span },
      outline: [{ marker: '一、', level: 1, heading: '目标', role: 'goals', span, children: [] }],
      groups: [
        {
          kind: 'office',
          name: '办公室',
          leaders: [],
          deputies: [],
          members: [],
          location: null,
          duties: null,
          span,
          ...sure,
        },
      ],
      phases: [{ name: '动员', window, span, ...sure }],
      tasks: [{ text: '清理', lead: [], responsible: [], support: [], due: window, section: '一', span, ...sure }],
      duties: [{ text: '检查', every: { per: 'month', times: 1, at: null }, to: [], span, ...sure }],
      indicators: [{ subject: '知晓率', op: '>=', value: 80, unit: '%', span, ...sure }],
      milestones: [{ text: '完成', date: '05-31', span, ...sure }],
      checklists: [
        {
          pointType: '社区',
          items: [{ text: '有公约', grades: { conforms: '有', mostly: '部分', fails: '无' }, evidence: [], span }],
          span,
          ...sure,
        },
      ],
      procedure: [{ step: 'apply', actor: null, threshold: null, span, ...sure }],
      budget: [{ item: '设备', yuan: 1, span, ...sure }],
      consequences: [{ kind: 'reward', text: '表彰', span, ...sure }],
      references: [{ title: '《通知》', number: null, span, ...sure }],
      diagnostics: [
        {
          ...{ code: 'phase-gap', severity: 'info', params: { days: 1 }, span },
          message: { what: '一', why: '二', fix: '三' },
          related: [{ span }],
          remedy: { span, text: '二', also: [{ span, text: '三' }] },
        },
      ],
    },
  ],
}

/** The fields of a value, and of all within it, as `plans/title`. */
const fieldsOf = (value: unknown, path = ''): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(item => fieldsOf(item, path))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [`${path}/${name}`, ...fieldsOf(inner, `${path}/${name}`)])
}

/** The schema with every field required and none beside. */
const strict = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(strict)
  if (typeof node !== 'object' || node === null) return node
  const inner = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, strict(value)]))
  const { properties } = inner
  if (typeof properties !== 'object' || properties === null || 'type' in properties) return inner
  return { ...inner, required: Object.keys(properties) }
}

it('the schema names every field of the types, and the types every field of the schema', () => {
  // `strict` gives a schema back where it is given one.
  expect(schemaViolations(strict(schema) as Schema, whole)).toEqual([])
  const written = JSON.stringify(schema)
  const names = new Set(fieldsOf(whole).map(path => path.slice(path.lastIndexOf('/') + 1)))
  names.delete('days')
  expect([...names].filter(name => !written.includes(`"${name}":`))).toEqual([])
})

it('the schema refuses what is not a compilation', () => {
  const [plan] = whole.plans
  expect(schemaViolations(schema, { ...whole, schema: 'luoshi.plan/2' })).toHaveLength(1)
  expect(schemaViolations(schema, { ...whole, plans: [{ ...plan, title: 3 }] })).toHaveLength(1)
  expect(schemaViolations(schema, { ...whole, plans: [{ ...plan, phases: [{ name: '一', span }] }] })).toHaveLength(1)
})

it.each([...samples().map(({ code, wrong }) => ({ name: code, text: wrong })), ...soundPlans()])(
  '$name compiles to what the schema says',
  ({ name, text }) => {
    expect(schemaViolations(schema, compile(text, { name }))).toEqual([])
  },
)

const realPlans = process.env.LUOSHI_PLANS ?? new URL('../../../../shared/plans/', import.meta.url).pathname

it.skipIf(!existsSync(realPlans))('real plans compile to what the schema says', () => {
  for (const name of readdirSync(`${realPlans}/texts`)) {
    const text = readFileSync(`${realPlans}/texts/${name}`, 'utf8')
    expect(schemaViolations(schema, compile(text, { name }))).toEqual([])
  }
})
