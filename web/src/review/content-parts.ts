type Content = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The part of a content that a path like `every.per` leads to. */
export const partOf = (content: Content, path: string): unknown =>
  path.split('.').reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), content)

/** The content with one part put in place; everything else as it was. */
export const withPart = (content: Content, path: string, value: unknown): Record<string, unknown> => {
  const [key = '', ...rest] = path.split('.')
  const inner = content[key]
  return {
    ...content,
    [key]: rest.length === 0 ? value : withPart(isRecord(inner) ? inner : {}, rest.join('.'), value),
  }
}

type Point = { readonly text: string; readonly grades: unknown; readonly evidence: readonly string[] }

/** Checklist points as lines of text, and back: a line that was there before keeps its grades and evidence. */
export const linesOfPoints = (points: unknown): string =>
  Array.isArray(points) ? points.map(point => (isRecord(point) ? String(point.text ?? '') : '')).join('\n') : ''

export const pointsOfLines = (lines: string, before: unknown): readonly Point[] => {
  const known = new Map(
    (Array.isArray(before) ? before : []).filter(isRecord).map(point => [point.text, point] as const),
  )
  return lines
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(text => {
      const old = known.get(text)
      const evidence = Array.isArray(old?.evidence) ? old.evidence.map(String) : []
      return { text, grades: old?.grades ?? null, evidence }
    })
}
