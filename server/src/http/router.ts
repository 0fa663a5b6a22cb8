import { catalogueRoutes } from '../catalogue/routes.ts'
import { plansRoutes } from '../plans/routes.ts'
import { reviewRoutes } from '../review/routes.ts'
import { sessionRoutes } from '../session/routes.ts'
import { setupRoutes } from '../setup/routes.ts'

/** The nouns' routes together: a line each. */
export const router = {
  catalogue: catalogueRoutes,
  session: sessionRoutes,
  setup: setupRoutes,
  plans: plansRoutes,
  review: reviewRoutes,
}
