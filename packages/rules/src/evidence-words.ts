export type EvidenceKind = 'paper' | 'roster' | 'record' | 'picture'

/** What must exist, and for how many months it holds; null: for good. */
export type NeededEvidence = { readonly name: string; readonly kind: EvidenceKind; readonly months: number | null }

/** The words an office uses for each kind, the usual one first. */
export const evidenceKindWords: Readonly<Record<EvidenceKind, readonly [string, ...string[]]>> = {
  paper: ['文件', '制度'],
  roster: ['名册', '名单'],
  record: ['记录', '台账'],
  picture: ['图片', '照片'],
}

/** 成立文件（文件）；志愿者名册（名册，12个月） */
export const evidenceText = (evidence: readonly NeededEvidence[], between = '；'): string =>
  evidence
    .map(({ name, kind, months }) => {
      const inside = [evidenceKindWords[kind][0], ...(months === null ? [] : [`${months}个月`])]
      return `${name}（${inside.join('，')}）`
    })
    .join(between)

/** Reads it back, parted by semicolons or lines; null where a part cannot be understood. A name alone is told by its own words. */
export const readEvidence = (text: string): NeededEvidence[] | null => {
  const read: NeededEvidence[] = []
  for (const part of text.split(/[；;\n]/)) {
    const words = part.trim()
    if (words === '') continue
    const one = readOne(words)
    if (one === null) return null
    read.push(one)
  }
  return read.length > 20 ? null : read
}

const readOne = (words: string): NeededEvidence | null => {
  const [, written = '', inside = ''] = /^(.*?)\s*(?:[（(]([^（）()]*)[）)])?$/.exec(words) ?? []
  const name = written.trim()
  if (name === '' || name.length > 120) return null
  let kind = evidenceKindOf(name)
  let months: number | null = null
  for (const mark of inside.split(/[，,、]/).map(part => part.trim())) {
    if (mark === '') continue
    const [, amount, unit] = /^(\d{1,3})\s*(个月|月|年)$/.exec(mark) ?? []
    const told = kinds.find(one => one === mark || evidenceKindWords[one].includes(mark))
    if (amount !== undefined) months = Number(amount) * (unit === '年' ? 12 : 1)
    else if (told !== undefined) kind = told
    else return null
  }
  return months !== null && (months < 1 || months > 120) ? null : { name, kind, months }
}

const kinds = ['paper', 'roster', 'record', 'picture'] as const satisfies readonly EvidenceKind[]

/** What a piece of evidence is, by its name. */
export const evidenceKindOf = (name: string): EvidenceKind => {
  if (/名册|名单|花名/.test(name)) return 'roster'
  if (/图片|照片|影像|图像/.test(name)) return 'picture'
  return /记录|台账|登记|卷宗|簿/.test(name) ? 'record' : 'paper'
}
