import type { OpenAPI } from '@orpc/openapi'
import { methods } from './document.ts'

type Operation = OpenAPI.OperationObject & { readonly method: string; readonly path: string }

/** The document as a page to read; complete in itself, nothing is fetched from elsewhere. */
export const docsPage = (document: OpenAPI.Document): string => {
  const operations = operationsOf(document)
  const byTag = [...Map.groupBy(operations, ({ tags }) => tags?.[0] ?? '')].sort(([one], [other]) =>
    one.localeCompare(other),
  )
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(document.info.title)} · API</title><style>${style}</style></head><body>
<nav><h1>${escaped(document.info.title)}</h1><p><a href="/api/openapi.json">openapi.json</a></p>
${byTag.map(([tag, list]) => `<a href="#${escaped(tag)}">${escaped(tag)} <small>${list.length}</small></a>`).join('\n')}</nav>
<main><p>${escaped(document.info.description ?? '')}</p>
${byTag.map(([tag, list]) => `<section id="${escaped(tag)}"><h2>${escaped(tag)}</h2>${list.map(shown).join('\n')}</section>`).join('\n')}
</main></body></html>`
}

const operationsOf = (document: OpenAPI.Document): readonly Operation[] =>
  Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap(method => {
      const operation = item?.[method]
      return operation === undefined ? [] : [{ ...operation, method: method.toUpperCase(), path }]
    }),
  )

const shown = ({ method, path, summary, parameters = [], requestBody, responses }: Operation): string => {
  const body = requestBody !== undefined && 'content' in requestBody ? requestBody.content : undefined
  const answer = responses?.['200']
  return `<details><summary><b class="${method}">${method}</b> <code>${escaped(path)}</code> ${escaped(summary ?? '')}</summary>
${parameters.length > 0 ? `<h4>参数 Parameters</h4><ul>${parameters.map(parameter).join('')}</ul>` : ''}
${contentShown('请求 Request', body)}
${contentShown('返回 Answer', answer !== undefined && 'content' in answer ? answer.content : undefined)}</details>`
}

const parameter = (one: OpenAPI.ParameterObject | OpenAPI.ReferenceObject): string =>
  'name' in one
    ? `<li><code>${escaped(one.name)}</code> <i>${one.in}</i>${one.required ? ' *' : ''} ${schemaShown(one.schema, 0)}</li>`
    : ''

const contentShown = (title: string, content: Record<string, OpenAPI.MediaTypeObject> | undefined): string =>
  content === undefined
    ? ''
    : Object.entries(content)
        .map(([type, { schema }]) => `<h4>${title} <small>${escaped(type)}</small></h4>${schemaShown(schema, 0)}`)
        .join('')

const DEEPEST = 6

/** A schema as nested lists: fields with their kinds, the needed ones starred. */
const schemaShown = (schema: unknown, depth: number): string => {
  if (!isObject(schema) || depth > DEEPEST) return ''
  if (isObject(schema.properties)) {
    const required = Array.isArray(schema.required) ? schema.required : []
    const fields = Object.entries(schema.properties).map(
      ([name, field]) =>
        `<li><code>${escaped(name)}</code>${required.includes(name) ? ' *' : ''} ${schemaShown(field, depth + 1)}</li>`,
    )
    return `<ul>${fields.join('')}</ul>`
  }
  const choices = schema.anyOf ?? schema.oneOf
  if (Array.isArray(choices)) return choices.map(choice => schemaShown(choice, depth + 1)).join(' | ')
  if (isObject(schema.items)) return `[ ] ${schemaShown(schema.items, depth + 1)}`
  return `<span>${escaped(kindOf(schema))}</span>`
}

const kindOf = ({ type, format, enum: values, const: only, $ref: reference }: Record<string, unknown>): string => {
  if (Array.isArray(values)) return values.map(String).join(' | ')
  if (only !== undefined) return JSON.stringify(only)
  if (typeof reference === 'string') return reference.slice(reference.lastIndexOf('/') + 1)
  return [type, format].filter(part => typeof part === 'string').join(' ')
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const escaped = (text: string): string => text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)

const style = `body{font:15px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;margin:0;display:flex;color:#222;background:#faf8f4}
nav{width:14rem;padding:1rem;position:sticky;top:0;height:100vh;overflow:auto;box-sizing:border-box;border-right:1px solid #ddd}
nav a{display:block;color:#333;text-decoration:none;padding:.15rem 0}nav h1{font-size:1.2rem;color:#9e2a2b}
main{flex:1;padding:1rem 2rem;max-width:60rem}summary{cursor:pointer;padding:.3rem 0}details{border-bottom:1px solid #e5e0d8}
b{display:inline-block;width:4.2rem;font-size:.8rem}.GET{color:#276749}.POST,.PUT,.PATCH{color:#9a5b00}.DELETE{color:#9e2a2b}
code{background:#f0ebe2;padding:0 .25rem}ul{padding-left:1.2rem}small,span,i{color:#666}h4{margin:.5rem 0 0}
@media(max-width:640px){body{display:block}nav{position:static;width:auto;height:auto}}
@media(prefers-color-scheme:dark){body{background:#1b1a18;color:#ddd}nav a{color:#ccc}code{background:#2a2825}nav,details{border-color:#3a3733}}`
