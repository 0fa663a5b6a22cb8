/** Who signed in on this phone last: known without a signal. */
export type Who = { readonly id: string; readonly name: string }

const place = 'luoshi.field.who'

export const readWho = (kept: string | null): Who | null => {
  try {
    const found: unknown = JSON.parse(kept ?? 'null')
    if (typeof found !== 'object' || found === null || !('id' in found) || !('name' in found)) return null
    return typeof found.id === 'string' && typeof found.name === 'string' ? { id: found.id, name: found.name } : null
  } catch {
    return null
  }
}

export const lastWho = (): Who | null => readWho(localStorage.getItem(place))

export const rememberWho = (who: Who): void => localStorage.setItem(place, JSON.stringify(who))

const left = 'luoshi.field.left'

/** Whoever leaves has left, though the server cannot be told yet: nobody is let in again by the session they had. */
export const leave = (): void => {
  localStorage.removeItem(place)
  localStorage.setItem(left, 'yes')
}

export const hasLeft = (): boolean => localStorage.getItem(left) !== null

export const isLeft = (): void => localStorage.removeItem(left)
