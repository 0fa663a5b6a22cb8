import { plansRoutes } from '../plans/routes.ts'
import { reviewRoutes } from '../review/routes.ts'
import { sessionRoutes } from '../session/routes.ts'

/** The nouns' routes together: a line each. */
export const router = {
  session: sessionRoutes,
  plans: plansRoutes,
  review: reviewRoutes,
}
