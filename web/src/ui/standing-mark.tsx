import type { Standing } from './places.ts'

/** Told by shape before colour: a full circle, a diamond, a triangle, an empty circle. In a box of 20 around the middle. */
export const standingShapes: Readonly<Record<Standing, string>> = {
  good: 'M0 -7 A7 7 0 1 1 0 7 A7 7 0 1 1 0 -7 Z',
  open: 'M0 -9 L9 0 L0 9 L-9 0 Z',
  late: 'M0 -9 L9.5 8 L-9.5 8 Z',
  unseen: 'M0 -6.5 A6.5 6.5 0 1 1 0 6.5 A6.5 6.5 0 1 1 0 -6.5 Z',
}

export const StandingMark = ({ status }: { readonly status: Standing }) => (
  <svg viewBox="-10 -10 20 20" width="0.85em" height="0.85em" aria-hidden="true" style={{ verticalAlign: '-0.05em' }}>
    <path
      d={standingShapes[status]}
      fill={status === 'unseen' ? 'none' : 'currentColor'}
      stroke="currentColor"
      strokeWidth="2.5"
    />
  </svg>
)
