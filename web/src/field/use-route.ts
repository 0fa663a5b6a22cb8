import { useSyncExternalStore } from 'react'
import { hashOf, type Route, routeOf } from './route.ts'

const subscribe = (listener: () => void): (() => void) => {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

export const useRoute = (): Route => routeOf(useSyncExternalStore(subscribe, () => location.hash))

export const go = (route: Route): void => {
  location.hash = hashOf(route)
}

/** In the place of where one is: going back does not come here again. */
export const goInstead = (route: Route): void => location.replace(hashOf(route))
