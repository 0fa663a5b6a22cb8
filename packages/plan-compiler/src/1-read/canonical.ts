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

const chunk = 8192

/**
 * The text as the analysis sees it: simplified characters, half-width signs. As long as the text itself, unit for unit,
 * so that an offset into the one is an offset into the other.
 */
export const canonical = (text: string): string => {
  const forms = simplifiedForms()
  const units = new Uint16Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    units[i] = folds[c] || forms[c] || c
  }
  let out = ''
  for (let i = 0; i < units.length; i += chunk) out += String.fromCharCode(...units.subarray(i, i + chunk))
  return out
}
