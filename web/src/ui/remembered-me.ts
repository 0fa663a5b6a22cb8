import { type Me, me } from '@luoshi/contract/session'

const KEY = 'luoshi.me'

/** Who was here last, kept for pages that open without a connection. What they may do, the server decides anew every time. */
export const rememberMe = (store: Pick<Storage, 'setItem'>, who: Me): void => {
  try {
    // Whoever has that address reads the calendar: it is not left lying on a device.
    store.setItem(KEY, JSON.stringify({ ...who, calendarUrl: null }))
  } catch {
    // A full device has no pages without a connection; nothing else depends on it.
  }
}

export const rememberedMe = (store: Pick<Storage, 'getItem'>): Me | null => {
  try {
    const kept = me.safeParse(JSON.parse(store.getItem(KEY) ?? 'null'))
    return kept.success ? kept.data : null
  } catch {
    return null
  }
}

export const forgetMe = (store: Pick<Storage, 'removeItem'>): void => store.removeItem(KEY)
