export const thingKinds = [
  'late',
  'notice',
  'risen',
  'returned',
  'soon',
  'assigned',
  'occurrence',
  'missed',
  'submitted',
  'asked',
  'decided',
  'drawn',
] as const

export type ThingKind = (typeof thingKinds)[number]

/** Something to be told. `key` is the same however often it is thought of, and another once it is news again. */
export type Thing = {
  readonly key: string
  readonly kind: ThingKind
  readonly subjectKind: 'assignment' | 'occurrence' | 'extension' | 'round' | 'case' | 'rectification-notice'
  readonly subjectId: string
  readonly text: string
  readonly unit: string
  readonly dueOn: string | null
}
