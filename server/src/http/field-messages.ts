import { weaknessWords } from '../sign-in/password-policy.ts'
import type { Language } from './language.ts'

type Sentence = Readonly<Record<Language, string>>

/** What commands say about a field, by the key they say it with. */
const sentences: Readonly<Record<string, Sentence>> = {
  ...weaknessWords,
  unknown: { zh: '不认识这个值，请重新打开列表', en: 'Not known: open the list again' },
  outside: { zh: '超出了文档的范围', en: 'Outside the document' },
  future: { zh: '不能晚于今天', en: 'Not later than today' },
  sample: {
    zh: '分子和分母要一起填写，分母要大于零',
    en: 'Give both numerator and denominator, and a denominator above zero',
  },
  'share-only': {
    zh: '只有比例（%）能从记录里算出',
    en: 'Only a share (%) can be read from the record',
  },
  needed: { zh: '请填写', en: 'Fill this in' },
  '0–100': { zh: '填写 0 到 100 之间的数', en: 'A number from 0 to 100' },
  'account-form': { zh: '账号只能用文字、数字和 . _ - @', en: 'Letters, digits and . _ - @ only' },
  'not-an-email': { zh: '不是电子邮箱地址', en: 'Not an e-mail address' },
  'webhook-unit': { zh: '群机器人要选择它所属的单位', en: 'Choose the unit whose group this is' },
  'webhook-address': {
    zh: '请填写以 https:// 开头的机器人地址',
    en: 'The robot’s address, which begins with https://',
  },
  'scope-unknown': { zh: '没有这样的范围', en: 'There is no such scope' },
}

/** The sentence for a key; what is no key is a sentence already. */
export const fieldMessage = (message: string, language: Language): string => sentences[message]?.[language] ?? message
