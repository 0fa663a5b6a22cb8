import { caseStates } from '@luoshi/rules/case-machine'

/** The filter as the address keeps it. */
export type CaseSearch = {
  readonly q?: string | undefined
  readonly view?: string | undefined
  readonly open?: string | undefined
  readonly state?: string | undefined
  readonly light?: string | undefined
  readonly unit?: string | undefined
  readonly category?: string | undefined
  readonly origin?: string | undefined
  readonly programme?: string | undefined
  readonly point?: string | undefined
  readonly listed?: string | undefined
  readonly escalated?: string | undefined
  readonly mine?: string | undefined
}

const lights = ['yellow', 'red'] as const
const origins = ['visit', 'patrol', 'resident', 'media', 'hotline', 'hand'] as const
const isId = (text: string | undefined): text is string =>
  text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

/** What is asked of the server. */
export type CaseFilter = {
  readonly q?: string
  readonly state?: (typeof caseStates)[number]
  readonly open?: boolean
  readonly light?: (typeof lights)[number]
  readonly origin?: (typeof origins)[number]
  readonly unitId?: string
  readonly categoryId?: string
  readonly programmeId?: string
  readonly pointId?: string
  readonly listed?: boolean
  readonly escalated?: boolean
  readonly mine?: boolean
}

/** What is still open, unless the address says otherwise. */
export const filterOf = (search: CaseSearch): CaseFilter => {
  const state = caseStates.find(one => one === search.state)
  const light = lights.find(one => one === search.light)
  const origin = origins.find(one => one === search.origin)
  return {
    ...(search.q && { q: search.q }),
    ...(state ? { state } : search.open === 'all' ? {} : { open: search.open !== 'no' }),
    ...(light && { light }),
    ...(origin && { origin }),
    ...(isId(search.unit) && { unitId: search.unit }),
    ...(isId(search.category) && { categoryId: search.category }),
    ...(isId(search.programme) && { programmeId: search.programme }),
    ...(isId(search.point) && { pointId: search.point }),
    ...(search.listed === 'yes' && { listed: true }),
    ...(search.escalated === 'yes' && { escalated: true }),
    ...(search.mine === 'yes' && { mine: true }),
  }
}

/** Whether anything but the view narrows the list. */
export const isNarrowed = ({ view: _, ...search }: CaseSearch): boolean =>
  Object.values(search).some(value => value !== undefined)
