import { commonWords, runs } from './common-passwords.ts'

export const passwordLength = { least: 10, most: 200 } as const

export type Weakness = 'too-short' | 'too-long' | 'holds-account' | 'common' | 'monotonous'

/** Why a password would soon be guessed; null where it is good enough. Length does more than odd signs, so none are demanded. */
export const weaknessOf = (password: string, account: string): Weakness | null => {
  const plain = password.toLowerCase()
  const name = account.toLowerCase()
  if ([...password].length < passwordLength.least) return 'too-short'
  if ([...password].length > passwordLength.most) return 'too-long'
  if (name.length >= 3 && plain.includes(name)) return 'holds-account'
  if (new Set(plain).size < 5) return 'monotonous'
  return isCommon(plain) ? 'common' : null
}

export const weaknessWords: Readonly<Record<Weakness, { readonly zh: string; readonly en: string }>> = {
  'too-short': {
    zh: '至少 10 个字符。再加一两个词就够了',
    en: 'At least 10 characters: one or two more words will do',
  },
  'too-long': { zh: '最多 200 个字符', en: 'At most 200 characters' },
  'holds-account': { zh: '不要包含账号名', en: 'Leave the account name out of it' },
  common: {
    zh: '这是常见密码，很容易被猜到。请换几个不相干的词',
    en: 'This is a common password. Take a few unrelated words',
  },
  monotonous: { zh: '重复太多，请用更多不同的字符', en: 'Too repetitive: use more different characters' },
}

/** A well-known word, whatever digits and signs stand around or within it, or a run along the keyboard. */
const isCommon = (plain: string): boolean => {
  const word = withoutEnds(spelled(withoutEnds(plain)))
  return [word, withoutEnds(plain), half(word)].some(core => commonWords.has(core)) || isRun(plain)
}

const withoutEnds = (text: string): string => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')

const spelled = (text: string): string => text.replace(/[013457@$]/g, sign => letters[sign] ?? sign)

const letters: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
}

/** A word written twice. */
const half = (word: string): string => {
  const middle = word.length / 2
  return Number.isInteger(middle) && word.slice(0, middle) === word.slice(middle) ? word.slice(0, middle) : word
}

const isRun = (plain: string): boolean => {
  const backwards = [...plain].reverse().join('')
  return runs.some(run => run.includes(plain) || run.includes(backwards))
}
