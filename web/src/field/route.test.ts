import { expect, test } from 'vitest'
import { hashOf, type Route, routeOf } from './route.ts'

const id = '01937f3e-0000-7000-8000-000000000001'

test('an address leads where it came from', () => {
  const routes: readonly Route[] = [
    { page: 'home' },
    { page: 'report' },
    { page: 'today' },
    { page: 'duty', id },
    { page: 'case', id },
    { page: 'rounds' },
    { page: 'round', id },
    { page: 'patrol' },
    { page: 'visit', id, at: null },
    { page: 'visit', id, at: 16 },
    { page: 'unsent' },
  ]
  for (const route of routes) expect(routeOf(hashOf(route))).toEqual(route)
})

test('what leads nowhere leads home', () => {
  for (const hash of ['', '#', '#/nowhere', '#/round/17', '#/visit', `#/other/${id}`])
    expect(routeOf(hash)).toEqual({ page: 'home' })
})

test('a place in a checklist that is no number shows the whole visit', () => {
  expect(routeOf(`#/visit/${id}/x`)).toEqual({ page: 'visit', id, at: null })
})
