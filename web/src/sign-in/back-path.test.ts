import { expect, test } from 'vitest'
import { backPath } from './back-path.ts'

test('after signing in one comes back to the page one was on', () => {
  expect(backPath('/programmes/7?state=submitted')).toBe('/programmes/7?state=submitted')
})

test.each([
  undefined,
  '',
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  '/\t/evil.example',
  '/sign-in?back=/x',
])('the address %s leads to Today', back => {
  expect(backPath(back)).toBe('/')
})
