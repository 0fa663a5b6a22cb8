import type { Section } from '@luoshi/plan-compiler/plan'

/** The first sentence of what a plan says it is for; null where it has no such section. */
export const goalOf = (outline: readonly Section[], text: string): string | null => {
  const section = find(outline, 'goals') ?? find(outline, 'guiding')
  if (!section) return null
  const lines = text.slice(section.span.start, section.span.end).split('\n')
  const [, ...body] = lines.map(line => line.trim()).filter(line => line !== '')
  const sentence = /^.*?[。！!]/.exec(body[0] ?? lines[0] ?? '')?.[0] ?? body[0]
  return sentence ? sentence.slice(0, 300) : null
}

const find = (sections: readonly Section[], role: Section['role']): Section | null => {
  for (const section of sections) {
    const found = section.role === role ? section : find(section.children, role)
    if (found) return found
  }
  return null
}
