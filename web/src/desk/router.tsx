import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router'
import { searchTexts } from '../ui/search-texts.ts'
import { Failed } from './failed.tsx'
import { NotFound } from './not-found.tsx'
import { requireHouse, requireSignIn } from './require-sign-in.ts'
import { Shell } from './shell.tsx'

type DeskContext = { readonly queryClient: QueryClient }

const root = createRootRouteWithContext<DeskContext>()({ component: Outlet, notFoundComponent: NotFound })
const under = <const T extends string>(path: T) => ({ getParentRoute: () => shell, path })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: searchTexts('back'),
  beforeLoad: ({ context }) => requireHouse(context.queryClient),
  component: lazyRouteComponent(() => import('../sign-in/sign-in-page.tsx'), 'SignInPage'),
})
const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('../setup/setup-page.tsx'), 'SetupPage'),
})
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: ({ context, location }) => requireSignIn(context.queryClient, location.href),
  component: Shell,
})

const today = createRoute({
  ...under('/'),
  component: lazyRouteComponent(() => import('../today/today-page.tsx'), 'TodayPage'),
})
const units = createRoute({
  ...under('/units'),
  validateSearch: searchTexts('q', 'kind', 'unit', 'closed'),
  component: lazyRouteComponent(() => import('../units/units-page.tsx'), 'UnitsPage'),
})
const people = createRoute({
  ...under('/people'),
  validateSearch: searchTexts('q', 'unit', 'role', 'person'),
  component: lazyRouteComponent(() => import('../people/people-page.tsx'), 'PeoplePage'),
})
const audit = createRoute({
  ...under('/audit'),
  validateSearch: searchTexts('q', 'person', 'action', 'subject', 'from', 'to'),
  component: lazyRouteComponent(() => import('../audit/audit-page.tsx'), 'AuditPage'),
})
const settings = createRoute({
  ...under('/settings'),
  component: lazyRouteComponent(() => import('../settings/settings-page.tsx'), 'SettingsPage'),
})
const settingsPart = createRoute({
  ...under('/settings/$part'),
  component: lazyRouteComponent(() => import('../settings/settings-page.tsx'), 'SettingsPage'),
})

const plans = createRoute({
  ...under('/plans'),
  validateSearch: searchTexts('q', 'status'),
  component: lazyRouteComponent(() => import('../plans/plans-page.tsx'), 'PlansPage'),
})
const newPlan = createRoute({
  ...under('/plans/new'),
  validateSearch: searchTexts('revises'),
  component: lazyRouteComponent(() => import('../plans/new-plan-page.tsx'), 'NewPlanPage'),
})
const review = createRoute({
  ...under('/plans/$planId'),
  validateSearch: searchTexts('kind', 'item'),
  component: lazyRouteComponent(() => import('../review/review-page.tsx'), 'ReviewPage'),
})
const comparison = createRoute({
  ...under('/plans/$planId/comparison'),
  component: lazyRouteComponent(() => import('../review/comparison-page.tsx'), 'ComparisonPage'),
})
const writing = createRoute({
  ...under('/write'),
  component: lazyRouteComponent(() => import('../writing/writing-page.tsx'), 'WritingPage'),
})
const programmes = createRoute({
  ...under('/programmes'),
  validateSearch: searchTexts('q', 'status'),
  component: lazyRouteComponent(() => import('../programmes/programmes-page.tsx'), 'ProgrammesPage'),
})
const programmeSearch = searchTexts('q', 'unit', 'state', 'timeliness', 'duty', 'month', 'day', 'zoom')
const programme = createRoute({
  ...under('/programmes/$programmeId'),
  validateSearch: programmeSearch,
  component: lazyRouteComponent(() => import('../programmes/programme-page.tsx'), 'ProgrammePage'),
})
const programmeTab = createRoute({
  ...under('/programmes/$programmeId/$tab'),
  validateSearch: programmeSearch,
  component: lazyRouteComponent(() => import('../programmes/programme-page.tsx'), 'ProgrammePage'),
})
const assignment = createRoute({
  ...under('/assignments/$assignmentId'),
  component: lazyRouteComponent(() => import('../assignments/assignment-page.tsx'), 'AssignmentPage'),
})

const tree = root.addChildren([
  signIn,
  setup,
  shell.addChildren([
    today,
    units,
    people,
    audit,
    settings,
    settingsPart,
    plans,
    newPlan,
    review,
    comparison,
    writing,
    programmes,
    programme,
    programmeTab,
    assignment,
  ]),
])

/** The addresses of the desk. Each page is fetched when it is first opened, or when the pointer rests on its link. */
export const createDeskRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: Failed,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createDeskRouter>
  }
}
