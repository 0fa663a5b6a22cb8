import { expect, test } from 'vitest'
import { checkVersion } from './version.ts'

const database = (number: string, text: string) => ({ query: async () => ({ rows: [{ number, text }] }) }) as never // as much of a pool as is asked

test('a database that is too old is refused with what to do', async () => {
  await expect(checkVersion(database('140011', '14.11'))).rejects.toThrow(
    /needs PostgreSQL 15 or newer.*14\.11.*start without DATABASE_URL/,
  )
})

test('PostgreSQL 15 and newer is taken', async () => {
  await expect(checkVersion(database('150000', '15.0'))).resolves.toBeUndefined()
  await expect(checkVersion(database('180004', '18.4'))).resolves.toBeUndefined()
})
