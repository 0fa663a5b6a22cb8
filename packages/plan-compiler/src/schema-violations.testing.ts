/**
 * The places where a value breaks a JSON Schema, as `/plans/0/title: …`. Knows the keywords that `plan.schema.json`
 * uses and throws on any other, so that no keyword is passed over in silence.
 */
export const schemaViolations = (root: Schema, value: unknown): readonly string[] => violations(root, root, value, '')

export type Schema = { readonly [keyword: string]: unknown }

type Check = (setting: unknown, value: unknown, at: string, root: Schema, schema: Schema) => readonly string[]

// A schema is JSON that was written by hand; these say what each keyword's setting is.
const asSchema = (setting: unknown): Schema => setting as Schema
const asSchemas = (setting: unknown): readonly Schema[] => setting as readonly Schema[]
const asNames = (setting: unknown): readonly string[] => setting as readonly string[]

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

const isKind = (kind: string, value: unknown): boolean =>
  kind === 'integer'
    ? Number.isInteger(value)
    : kind === 'number'
      ? typeof value === 'number' && Number.isFinite(value)
      : kindOf(value) === kind

const resolve = (root: Schema, pointer: unknown): Schema =>
  String(pointer)
    .split('/')
    .slice(1)
    .reduce((schema, name) => asSchema(schema[name]), root)

const silent = (): readonly string[] => []
const when = (broken: boolean, at: string, what: string): readonly string[] => (broken ? [`${at}: ${what}`] : [])

const checks: Readonly<Record<string, Check>> = {
  $schema: silent,
  $id: silent,
  $defs: silent,
  title: silent,
  description: silent,
  $ref: (setting, value, at, root) => violations(root, resolve(root, setting), value, at),
  const: (setting, value, at) => when(setting !== value, at, `is not ${String(setting)}`),
  enum: (setting, value, at) =>
    when(!(setting as readonly unknown[]).includes(value), at, `is none of ${String(setting)}`),
  type: (setting, value, at) => {
    const kinds = Array.isArray(setting) ? asNames(setting) : [String(setting)]
    return when(!kinds.some(kind => isKind(kind, value)), at, `is ${kindOf(value)}, not ${kinds.join(' or ')}`)
  },
  pattern: (setting, value, at) =>
    when(
      typeof value === 'string' && !new RegExp(String(setting), 'u').test(value),
      at,
      `does not look like ${String(setting)}`,
    ),
  minLength: (setting, value, at) =>
    when(typeof value === 'string' && value.length < Number(setting), at, 'is too short'),
  minimum: (setting, value, at) =>
    when(typeof value === 'number' && value < Number(setting), at, `is below ${String(setting)}`),
  maximum: (setting, value, at) =>
    when(typeof value === 'number' && value > Number(setting), at, `is above ${String(setting)}`),
  required: (setting, value, at) =>
    isObject(value) ? asNames(setting).flatMap(name => when(!(name in value), at, `lacks ${name}`)) : [],
  properties: (setting, value, at, root) =>
    isObject(value)
      ? Object.entries(asSchema(setting)).flatMap(([name, schema]) =>
          name in value ? violations(root, asSchema(schema), value[name], `${at}/${name}`) : [],
        )
      : [],
  additionalProperties: (setting, value, at, root, schema) =>
    isObject(value)
      ? Object.entries(value).flatMap(([name, item]) =>
          name in asSchema(schema.properties ?? {}) ? [] : violations(root, asSchema(setting), item, `${at}/${name}`),
        )
      : [],
  items: (setting, value, at, root) =>
    Array.isArray(value) ? value.flatMap((item, i) => violations(root, asSchema(setting), item, `${at}/${i}`)) : [],
  anyOf: (setting, value, at, root) =>
    when(
      !asSchemas(setting).some(schema => violations(root, schema, value, at).length === 0),
      at,
      'fits none of its shapes',
    ),
}

const violations = (root: Schema, schema: Schema, value: unknown, at: string): readonly string[] =>
  Object.entries(schema).flatMap(([keyword, setting]) => {
    const look = checks[keyword]
    if (!look) throw new Error(`the schema uses the keyword ${keyword}, which this test does not know`)
    return look(setting, value, at, root, schema)
  })
