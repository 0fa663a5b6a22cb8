import type { Node } from '../2-outline/tree.ts'
import type { Section } from '../plan.ts'
import type { Passage } from './passage.ts'

/** The numbered structure of a plan as sections within sections. */
export const outlineOf = (passage: Passage, node: Node): readonly Section[] =>
  node.children
    .filter(child => child.heading !== '' || child.marker !== null)
    .map(child => ({
      marker: child.marker?.text ?? null,
      level: child.level,
      heading: child.heading,
      role: child.role,
      span: { start: child.start, end: child.end },
      children: outlineOf(passage, child),
    }))
