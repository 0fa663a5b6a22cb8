import { askCounty } from './county/ask-county.ts'

const category = 'categoryId=01900009-0000-7000-8000-000000000001'
const words = encodeURIComponent('消防')
const rare = encodeURIComponent('井盖缺损77')

const askings = [
  { name: 'open: first page and count', path: 'cases?limit=50&open=true' },
  { name: 'late only, and count', path: 'cases?limit=50&open=true&light=red' },
  { name: 'soon due only, and count', path: 'cases?limit=50&open=true&light=yellow' },
  { name: 'one category, open', path: `cases?limit=50&open=true&${category}` },
  { name: 'risen to a higher level', path: 'cases?limit=50&open=true&escalated=true' },
  { name: 'listed by a leader', path: 'cases?limit=50&open=true&listed=true' },
  { name: 'of what is mine, open', path: 'cases?limit=50&open=true&mine=true' },
  { name: 'one programme, open', path: 'cases?limit=50&open=true&programmeId=01900004-0000-7000-8000-000000000003' },
  { name: 'from the hotline, open', path: 'cases?limit=50&open=true&origin=hotline' },
  { name: 'waiting to be rechecked', path: 'cases?limit=50&state=submitted' },
  { name: 'over: first page and count', path: 'cases?limit=50&open=false' },
  { name: 'everything ever: first page and count', path: 'cases?limit=50' },
  { name: 'everything ever of one category', path: `cases?limit=50&${category}` },
  { name: 'board: columns with counts', path: 'cases/board?each=20' },
  { name: 'page of the day', path: 'today' },
  { name: 'map: open cases with a place', path: 'cases/map' },
  { name: 'Chinese words, open', path: `cases?limit=50&open=true&q=${words}` },
  { name: 'Chinese words, rare, open', path: `cases?limit=50&open=true&q=${rare}` },
  { name: 'Chinese words in everything ever', path: `cases?limit=50&q=${words}` },
  { name: 'Chinese words in everything ever, rare', path: `cases?limit=50&q=${rare}` },
  { name: 'a number in everything ever', path: `cases?limit=50&q=${encodeURIComponent('4711号')}` },
] as const

/** The list, the board and the map of cases at a million of them. */
export const cases = (args: readonly string[]): Promise<void> =>
  askCounty(
    args,
    askings,
    'Over HTTP with session, rights, row-level security and the whole reply, counts included.',
    'Of what is mine the county’s office has nothing, so there the ratio says nothing.',
  )
