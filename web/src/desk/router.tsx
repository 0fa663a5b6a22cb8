import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, Outlet } from '@tanstack/react-router'
import { searchTexts } from '../ui/search-texts.ts'
import { Failed } from './failed.tsx'
import { NotFound } from './not-found.tsx'
import { pageOf } from './page-of.ts'
import { requireHouse, requireSignIn } from './require-sign-in.ts'
import { Shell } from './shell.tsx'

type DeskContext = { readonly queryClient: QueryClient }

const root = createRootRouteWithContext<DeskContext>()({ component: Outlet, notFoundComponent: NotFound })
const under = <const T extends string>(path: T) => ({ getParentRoute: () => shell, path })

// Apart, because a validator made beside `beforeLoad` is not inferred.
const signInSearch = searchTexts('back', 'refused')
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  beforeLoad: ({ context }) => requireHouse(context.queryClient),
  component: pageOf(() => import('../sign-in/sign-in-page.tsx'), 'SignInPage'),
})
const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: pageOf(() => import('../setup/setup-page.tsx'), 'SetupPage'),
})
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: ({ context, location }) => requireSignIn(context.queryClient, location),
  component: Shell,
})

const today = createRoute({
  ...under('/'),
  component: pageOf(() => import('../today/today-page.tsx'), 'TodayPage'),
})
const units = createRoute({
  ...under('/units'),
  validateSearch: searchTexts('q', 'kind', 'unit', 'closed', 'act'),
  component: pageOf(() => import('../units/units-page.tsx'), 'UnitsPage'),
})
const people = createRoute({
  ...under('/people'),
  validateSearch: searchTexts('q', 'unit', 'role', 'person', 'act'),
  component: pageOf(() => import('../people/people-page.tsx'), 'PeoplePage'),
})
const audit = createRoute({
  ...under('/audit'),
  validateSearch: searchTexts('q', 'person', 'action', 'subject', 'from', 'to'),
  component: pageOf(() => import('../audit/audit-page.tsx'), 'AuditPage'),
})
const results = createRoute({
  ...under('/results'),
  validateSearch: searchTexts('view'),
  component: pageOf(() => import('../results/results-page.tsx'), 'ResultsPage'),
})
const settings = createRoute({
  ...under('/settings'),
  component: pageOf(() => import('../settings/settings-page.tsx'), 'SettingsPage'),
})
const settingsPart = createRoute({
  ...under('/settings/$part'),
  component: pageOf(() => import('../settings/settings-page.tsx'), 'SettingsPage'),
})

const plans = createRoute({
  ...under('/plans'),
  validateSearch: searchTexts('q', 'status'),
  component: pageOf(() => import('../plans/plans-page.tsx'), 'PlansPage'),
})
const newPlan = createRoute({
  ...under('/plans/new'),
  validateSearch: searchTexts('revises'),
  component: pageOf(() => import('../plans/new-plan-page.tsx'), 'NewPlanPage'),
})
const review = createRoute({
  ...under('/plans/$planId'),
  validateSearch: searchTexts('kind', 'item'),
  component: pageOf(() => import('../review/review-page.tsx'), 'ReviewPage'),
})
const comparison = createRoute({
  ...under('/plans/$planId/comparison'),
  component: pageOf(() => import('../review/comparison-page.tsx'), 'ComparisonPage'),
})
const writing = createRoute({
  ...under('/write'),
  component: pageOf(() => import('../writing/writing-page.tsx'), 'WritingPage'),
})
const programmes = createRoute({
  ...under('/programmes'),
  validateSearch: searchTexts('q', 'status'),
  component: pageOf(() => import('../programmes/programmes-page.tsx'), 'ProgrammesPage'),
})
const programmeSearch = searchTexts(
  'q',
  'unit',
  'state',
  'timeliness',
  'duty',
  'month',
  'day',
  'zoom',
  'screen',
  'from',
  'to',
  'version',
)
const programme = createRoute({
  ...under('/programmes/$programmeId'),
  validateSearch: programmeSearch,
  component: pageOf(() => import('../programmes/programme-page.tsx'), 'ProgrammePage'),
})
const programmeTab = createRoute({
  ...under('/programmes/$programmeId/$tab'),
  validateSearch: programmeSearch,
  component: pageOf(() => import('../programmes/programme-page.tsx'), 'ProgrammePage'),
})
const assignment = createRoute({
  ...under('/assignments/$assignmentId'),
  component: pageOf(() => import('../assignments/assignment-page.tsx'), 'AssignmentPage'),
})

const cases = createRoute({
  ...under('/cases'),
  validateSearch: searchTexts(
    ...(['q', 'view', 'open', 'state', 'light', 'unit', 'category', 'origin', 'programme', 'point', 'listed'] as const),
    ...(['escalated', 'mine'] as const),
  ),
  component: pageOf(() => import('../cases/cases-page.tsx'), 'CasesPage'),
})
const newCase = createRoute({
  ...under('/cases/new'),
  component: pageOf(() => import('../cases/new-case-page.tsx'), 'NewCasePage'),
})
const categories = createRoute({
  ...under('/cases/categories'),
  component: pageOf(() => import('../cases/categories-page.tsx'), 'CategoriesPage'),
})
const oneCase = createRoute({
  ...under('/cases/$caseId'),
  validateSearch: searchTexts('act'),
  component: pageOf(() => import('../cases/case-page.tsx'), 'CasePage'),
})

const rounds = createRoute({
  ...under('/rounds'),
  validateSearch: searchTexts('q', 'state', 'kind', 'mine'),
  component: pageOf(() => import('../rounds/rounds-page.tsx'), 'RoundsPage'),
})
const newRound = createRoute({
  ...under('/rounds/new'),
  validateSearch: searchTexts('duty'),
  component: pageOf(() => import('../rounds/round-form-page.tsx'), 'NewRoundPage'),
})
const round = createRoute({
  ...under('/rounds/$roundId'),
  component: pageOf(() => import('../rounds/round-page.tsx'), 'RoundPage'),
})
const editRound = createRoute({
  ...under('/rounds/$roundId/edit'),
  component: pageOf(() => import('../rounds/round-form-page.tsx'), 'EditRoundPage'),
})

const standards = createRoute({
  ...under('/standards'),
  validateSearch: searchTexts('q', 'archived', 'act'),
  component: pageOf(() => import('../standards/standards-page.tsx'), 'StandardsPage'),
})
const standard = createRoute({
  ...under('/standards/$standardId'),
  validateSearch: searchTexts('number', 'against', 'mode'),
  component: pageOf(() => import('../standards/standard-page.tsx'), 'StandardPage'),
})
const pointSearch = searchTexts('q', 'unit', 'type', 'status', 'archived', 'act')
const points = createRoute({
  ...under('/points'),
  validateSearch: pointSearch,
  component: pageOf(() => import('../points/points-page.tsx'), 'PointsPage'),
})
const pointMap = createRoute({
  ...under('/points/map'),
  validateSearch: pointSearch,
  component: pageOf(() => import('../points/map-page.tsx'), 'MapPage'),
})
const pointLabels = createRoute({
  ...under('/points/labels'),
  validateSearch: pointSearch,
  component: pageOf(() => import('../points/labels-page.tsx'), 'LabelsPage'),
})
const point = createRoute({
  ...under('/points/$pointId'),
  validateSearch: searchTexts('act'),
  component: pageOf(() => import('../points/point-page.tsx'), 'PointPage'),
})
// What the label of a point leads to.
const pointOfLabel = createRoute({
  ...under('/p/$code'),
  component: pageOf(() => import('../points/label-page.tsx'), 'LabelPage'),
})

/** Under the shell, so that the way on stays in sight. */
const visits = createRoute({
  ...under('/visits'),
  validateSearch: searchTexts('mine', 'point', 'round'),
  component: pageOf(() => import('../visits/visits-page.tsx'), 'VisitsPage'),
})
const keptEntries = createRoute({
  ...under('/visits/kept'),
  component: pageOf(() => import('../visits/kept-page.tsx'), 'KeptPage'),
})
const visit = createRoute({
  ...under('/visits/$visitId'),
  component: pageOf(() => import('../visits/visit-page.tsx'), 'VisitPage'),
})

const lost = createRoute({ ...under('$'), component: NotFound })

const tree = root.addChildren([
  signIn,
  setup,
  shell.addChildren([
    today,
    units,
    people,
    audit,
    results,
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
    cases,
    newCase,
    categories,
    oneCase,
    rounds,
    newRound,
    round,
    editRound,
    standards,
    standard,
    points,
    pointMap,
    pointLabels,
    point,
    pointOfLabel,
    visits,
    keptEntries,
    visit,
    lost,
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
