import type { Item } from '@luoshi/contract/review'
import type { Say } from '../ui/i18n.ts'
import type { reviewWords } from './words.ts'

export type Party = Item['parties'][number]

/** What a name stands for, where it says more than the name itself: 「12 个社区」, 「滨河社区」. */
export const standsFor = (party: Party, t: Say<typeof reviewWords>): string => {
  const { match, units, name } = party
  if (match === 'ignored') return t('partyIgnored')
  if (match === 'every') {
    const kind = units[0]?.kind
    return kind ? t(`every_${kind}`, { count: units.length }) : t('units', { count: 0 })
  }
  if (match === 'several') return t('units', { count: units.length })
  const only = units[0]
  return match === 'one' && only && only.name !== name ? only.name : ''
}

export const isOpen = ({ match }: Party): boolean => match === 'ask' || match === 'none'

/** In the order people name them. */
export const roleOrder = ['lead', 'responsible', 'support', 'to', 'leaders', 'deputies', 'members'] as const

export const roleWord = (role: string, t: Say<typeof reviewWords>): string => {
  const known = roleOrder.find(one => one === role)
  return known ? t(known) : role
}
