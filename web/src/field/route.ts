/** Where the phone is. Kept after the `#`, so that going back works and nothing has to be asked of a server. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'report' }
  | { readonly page: 'today' }
  | { readonly page: 'duty'; readonly id: string }
  | { readonly page: 'case'; readonly id: string }
  | { readonly page: 'rounds' }
  | { readonly page: 'round'; readonly id: string }
  | { readonly page: 'patrol' }
  /** `at` is the criterion's place, from 0; null: the overview of the whole visit. */
  | { readonly page: 'visit'; readonly id: string; readonly at: number | null }
  | { readonly page: 'unsent' }

const plain = ['home', 'report', 'today', 'rounds', 'patrol', 'unsent'] as const
const withId = ['duty', 'case', 'round'] as const
const idShape = /^[0-9a-f-]{36}$/

/** The route of an address; what leads nowhere leads home. */
export const routeOf = (hash: string): Route => {
  const [page = '', id = '', at = ''] = hash.replace(/^#\/?/, '').split('/')
  const simple = plain.find(name => name === page)
  if (simple !== undefined) return { page: simple }
  if (!idShape.test(id)) return { page: 'home' }
  const named = withId.find(name => name === page)
  if (named !== undefined) return { page: named, id }
  if (page === 'visit') return { page, id, at: /^\d{1,3}$/.test(at) ? Number(at) : null }
  return { page: 'home' }
}

export const hashOf = (route: Route): string => {
  switch (route.page) {
    case 'home':
      return '#/'
    case 'visit':
      return `#/visit/${route.id}${route.at === null ? '' : `/${route.at}`}`
    case 'duty':
    case 'case':
    case 'round':
      return `#/${route.page}/${route.id}`
    default:
      return `#/${route.page}`
  }
}
