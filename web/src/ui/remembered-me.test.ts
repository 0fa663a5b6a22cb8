import type { Me } from '@luoshi/contract/session'
import { expect, test } from 'vitest'
import { forgetMe, rememberedMe, rememberMe } from './remembered-me.ts'

const memory = () => {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}
const id = '01890a5d-ac96-774b-bcce-b302099a8057'
const me: Me = {
  person: { id, name: '陆望山', title: null },
  tenant: { id, name: '云溪县', today: '2026-05-14', now: '2026-05-14T09:00:00+08:00' },
  memberships: [],
  actions: [],
  passwordDue: false,
  secondFactor: false,
  calendarUrl: 'https://luoshi.example/calendar/secret.ics',
}

test('who was here last is remembered, and forgotten on leaving', () => {
  const store = memory()
  rememberMe(store, me)
  expect(rememberedMe(store)?.person.name).toBe('陆望山')
  expect(rememberedMe(store)?.calendarUrl).toBeNull()
  forgetMe(store)
  expect(rememberedMe(store)).toBeNull()
})

test('what an older release kept in another shape is nobody', () => {
  expect(rememberedMe({ getItem: () => '{"person":7}' })).toBeNull()
  expect(rememberedMe({ getItem: () => '{"pers' })).toBeNull()
})
