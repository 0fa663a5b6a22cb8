import { contract } from '@luoshi/contract/contract'
import { problems } from '@luoshi/contract/problem'
import type { OpenAPI } from '@orpc/openapi'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../house.testing.ts'
import { operationsOf } from './operations-of.testing.ts'

let house: TestHouse
let document: OpenAPI.Document
beforeAll(async () => {
  house = await openHouse()
  document = (await (await fetch(`${house.url}/api/openapi.json`)).json()) as OpenAPI.Document // what the test looks into
})
afterAll(() => house.close())

test('the document is OpenAPI 3.1 and names every operation of the contract once', () => {
  expect(document.openapi).toMatch(/^3\.1/)
  const named = Object.values(document.paths ?? {}).flatMap(item =>
    Object.values(item ?? {}).map(operation => (operation as OpenAPI.OperationObject).operationId),
  )
  expect(named).toEqual(expect.arrayContaining(operationsOf(contract).map(({ name }) => name)))
  expect(new Set(named).size).toBe(named.length)
})

test('every operation of the contract is answered by the server', async () => {
  const missing: string[] = []
  for (const { name, method, path } of operationsOf(contract)) {
    const url = `${house.url}/api/v1${path.replaceAll(/\{\w+\}/g, '0')}`
    const reply = await fetch(url, { method, headers: { authorization: 'none' } })
    const body = await reply.json()
    if (body.code === 'not-found' && body.params.noun === 'page') missing.push(name)
  }
  expect(missing).toEqual([])
})

test('every operation may refuse with a problem document, whose codes are all listed', () => {
  const codes = document.components?.schemas?.Problem as { properties: { code: { enum: string[] } } }
  expect(codes.properties.code.enum).toEqual([...Object.keys(problems), 'internal'])
  for (const item of Object.values(document.paths ?? {}))
    for (const operation of Object.values(item ?? {}))
      expect((operation as OpenAPI.OperationObject).responses?.default).toBeDefined()
})

test('no reference in the document leads nowhere', () => {
  const text = JSON.stringify(document)
  const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(match => match[1] ?? '')
  const lost = references.filter(
    reference =>
      reference
        .split('/')
        .reduce<unknown>(
          (value, step) =>
            typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined,
          document,
        ) === undefined,
  )
  expect(references.length).toBeGreaterThan(0)
  expect(lost).toEqual([])
})

test('the page to read names every path and fetches nothing from elsewhere', async () => {
  const page = await (await fetch(`${house.url}/api/docs`)).text()
  for (const path of Object.keys(document.paths ?? {})) expect(page).toContain(path)
  expect(page).not.toMatch(/<script|src=|@import|https?:\/\/(?!127)[^"]*\.(?:js|css)/)
})
