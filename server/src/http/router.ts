import { sessionRoutes } from '../session/routes.ts'

/** The nouns' routes together: a line each. */
export const router = {
  session: sessionRoutes,
}
