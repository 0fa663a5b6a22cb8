import type { Action } from '@luoshi/rules/action'

/** The pages that the navigation offers, in its order, each to whoever may read what is on it. */
export const pages = [
  { to: '/', word: 'nav.today', key: 't', needs: null },
  { to: '/plans', word: 'nav.plans', key: 'p', needs: 'plan.read' },
  { to: '/programmes', word: 'nav.programmes', key: 'r', needs: 'programme.read' },
  { to: '/cases', word: 'nav.cases', key: 'c', needs: 'case.read' },
  { to: '/rounds', word: 'nav.rounds', key: 'd', needs: 'round.read' },
  { to: '/points', word: 'nav.points', key: 'o', needs: 'point.read' },
  { to: '/standards', word: 'nav.standards', key: 's', needs: 'standard.read' },
  { to: '/results', word: 'nav.results', key: 'g', needs: 'visit.read' },
  { to: '/units', word: 'nav.units', key: 'u', needs: 'unit.read' },
  { to: '/people', word: 'nav.people', key: 'e', needs: 'person.read' },
  { to: '/audit', word: 'nav.audit', key: 'a', needs: 'audit.read' },
] as const satisfies readonly { to: string; word: string; key: string; needs: Action | null }[]

export type DeskPage = (typeof pages)[number]

export const pagesFor = (may: (action: Action) => boolean): readonly DeskPage[] =>
  pages.filter(({ needs }) => needs === null || may(needs))
