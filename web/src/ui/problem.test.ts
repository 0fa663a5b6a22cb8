import { expect, test } from 'vitest'
import { asProblem, codeOf, problemIn } from './problem.ts'

const reply = (status: number, body: unknown): Response =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })

test('a refusal keeps its code, its words and its places', async () => {
  const at = [{ field: 'name', message: '请填名称' }]
  const body = { code: 'input-invalid', title: '填写有误', detail: '请改正。', status: 422, params: {}, at }
  const problem = await problemIn(reply(422, body))
  expect(problem).toMatchObject({ code: 'input-invalid', message: '填写有误', detail: '请改正。', status: 422, at })
})

test.each([
  [401, 'not-signed-in'],
  [413, 'too-large'],
  [429, 'too-many-requests'],
  [502, 'unreachable'],
  [500, 'internal'],
])('a reply of %i that is no problem document is told as %s', async (status, code) => {
  expect(codeOf(await problemIn(reply(status, '<html>proxy</html>')))).toBe(code)
})

test('a code that is not in the catalogue is not believed', async () => {
  expect(codeOf(await problemIn(reply(422, { code: 'made-up', title: 'x', detail: 'y' })))).toBe('internal')
})

test('a page that could not be fetched is a broken line, not a fault of the desk', () => {
  expect(asProblem(new TypeError('Failed to fetch dynamically imported module: /assets/x.js')).code).toBe('unreachable')
  expect(asProblem(new TypeError('x is not a function')).code).toBe('internal')
})
