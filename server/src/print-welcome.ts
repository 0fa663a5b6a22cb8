import type { Running } from './serve.ts'
import { setUpState } from './setup/set-up-state.ts'

/** Where to go, and who one may sign in as. */
export const printWelcome = async ({ address, house }: Running, say: (sentence: string) => void): Promise<void> => {
  const { waiting, sample } = await setUpState(house)
  say(`\nLuoshi 落实 is running at ${address}`)
  if (waiting) say('It is empty. Open the address to set it up: a county, its office and a first administrator.')
  if (sample.length > 0) {
    say('It shows a sample county. Sign in as one of these:\n')
    for (const { what, account, password } of sample) say(`  ${account.padEnd(16)} ${password.padEnd(24)} ${what}`)
  }
  say('\nPress Ctrl+C to stop.')
}
