import { simplifiedForms } from './traditional.ts'

const wide: Readonly<Record<string, string>> = {
  '，': ',',
  '；': ';',
  '：': ':',
  '（': '(',
  '）': ')',
  '！': '!',
  '？': '?',
  '％': '%',
  '．': '.',
  '～': '~',
  '－': '-',
  '／': '/',
  '＊': '*',
  '＋': '+',
  '＝': '=',
  '＜': '<',
  '＞': '>',
  '［': '[',
  '］': ']',
  '〔': '(',
  '〕': ')',
  '﹙': '(',
  '﹚': ')',
  '【': '【',
  '｡': '。',
  '､': '、',
  '「': '“',
  '」': '”',
  '『': '“',
  '』': '”',
  '﹐': ',',
  '﹔': ';',
  '﹕': ':',
  '\u3000': ' ',
  '\u00a0': ' ',
  '〈': '《',
  '〉': '》',
  '\t': '\t',
  '—': '—',
  '―': '—',
  '─': '—',
  '╱': '/',
  '≥': '≥',
  '≧': '≥',
  '≦': '≤',
}

const folds = new Uint16Array(65_536)
for (const [from, to] of Object.entries(wide)) folds[from.charCodeAt(0)] = to.charCodeAt(0)
for (let c = 0xff10; c <= 0xff5a; c++)
  if (c <= 0xff19 || (c >= 0xff21 && c <= 0xff3a) || c >= 0xff41) folds[c] = c - 0xfee0

/** 畫 draws, except in 計畫 and 企畫, which are plans. */
const [drawing, plan] = [...'畫划'].map(c => c.charCodeAt(0))
const planning = '計规規企策计'

/**
 * The text as the analysis sees it: simplified characters, half-width signs. As long as the text itself, unit for unit,
 * so that an offset into the one is an offset into the other. A text that has nothing to change is itself.
 */
export const canonical = (text: string): string => {
  const forms = simplifiedForms()
  let out = ''
  let copied = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    const other = c === drawing && planning.includes(text[i - 1] ?? '_') ? plan : folds[c] || forms[c]
    if (!other) continue
    out += text.slice(copied, i) + String.fromCharCode(other)
    copied = i + 1
  }
  return out + text.slice(copied)
}
