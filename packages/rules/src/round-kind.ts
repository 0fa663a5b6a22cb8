/** 明查, 暗访, 互检, 自查, 巡查. */
export const roundKinds = ['open', 'unannounced', 'mutual', 'self', 'patrol'] as const

export type RoundKind = (typeof roundKinds)[number]

/** Patrols and 自查 are of one's own; everywhere else nobody inspects at home. */
export const homeOf = (kind: RoundKind): 'away' | 'own' => (kind === 'self' || kind === 'patrol' ? 'own' : 'away')

/** Its words say that somebody goes and looks; the kind it most likely means. Null for other work. */
export const roundKindOf = (text: string): RoundKind | null => kinds.find(([words]) => words.test(text))?.[1] ?? null

const kinds: readonly (readonly [RegExp, RoundKind])[] = [
  [/暗访|暗查|不打招呼|四不两直/, 'unannounced'],
  [/互检|互查|互评|交叉检查|交叉互/, 'mutual'],
  [/自查|自检|自评/, 'self'],
  [/巡查|巡检|日巡/, 'patrol'],
  [/检查|督查|抽查|督导|测评|评比|考评|明查/, 'open'],
]
