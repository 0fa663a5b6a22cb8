import type { Item } from '@luoshi/contract/review'

/** An item as the server gives it, for tests to change what matters to them. */
export const someItem = (changed: Partial<Item> = {}): Item => ({
  id: '00000000-0000-7000-8000-000000000001',
  kind: 'task',
  ordinal: 0,
  content: { text: '清理楼道堆物', lead: [], responsible: [], support: [], due: null, section: '三/(一)' },
  span: { start: 0, end: 6 },
  state: 'proposed',
  origin: 'read',
  edited: false,
  doubt: null,
  confidence: null,
  parties: [],
  version: 1,
  updatedBy: null,
  updatedAt: '2026-03-02T08:00:00+08:00',
  ...changed,
})

export const someParty = (changed: Partial<Item['parties'][number]> = {}): Item['parties'][number] => ({
  name: '各社区',
  role: 'responsible',
  match: 'every',
  units: [],
  candidates: [],
  ...changed,
})
