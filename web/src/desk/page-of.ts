import { type AsyncRouteComponent, lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'

/**
 * A page that is fetched when it is first opened. Its own type is left aside on purpose: a page asks the router for its
 * address, so a router typed by its pages would be typed by itself.
 */
export const pageOf = <M, N extends keyof M & string>(load: () => Promise<M>, name: N): AsyncRouteComponent<object> =>
  // Every page takes no props; `name` is checked against the module's exports above.
  lazyRouteComponent(load as () => Promise<Record<string, ComponentType<object>>>, name)
