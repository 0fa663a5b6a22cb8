import type { IFontAttributesProperties } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The faces of GB/T 9704-2012 and what stands in where one is absent: always a serif, never silently a sans. */
const faces = {
  title: { name: '方正小标宋简体', instead: 'STZhongsong,华文中宋,Noto Serif CJK SC,SimSun' },
  text: { name: '仿宋_GB2312', instead: 'FangSong,仿宋,STFangsong,Noto Serif CJK SC' },
  'heading-1': { name: '黑体', instead: 'SimHei,STHeiti,Noto Sans CJK SC' },
  'heading-2': { name: '楷体_GB2312', instead: 'KaiTi,楷体,STKaiti,Noto Serif CJK SC' },
  number: { name: '宋体', instead: 'SimSun,STSong,Noto Serif CJK SC' },
} as const

export const face = (use: keyof typeof faces): IFontAttributesProperties => {
  const { name } = faces[use]
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: name, hint: 'eastAsia' }
}

/** Names the substitutes in the document's font table (`w:altName`), which the docx library does not offer. */
export const nameFallbacks = (docx: Uint8Array): Uint8Array => {
  const parts = unzipSync(docx)
  const table = Object.values(faces).map(
    ({ name, instead }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="${name === '黑体' ? 'swiss' : 'roman'}"/></w:font>`,
  )
  parts['word/fontTable.xml'] = strToU8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${table.join('')}</w:fonts>`,
  )
  const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array())
  if (!types.includes('fontTable')) throw new Error('The document has no font table to name substitutes in.')
  return zipSync(parts)
}
