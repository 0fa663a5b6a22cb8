import type { ActionNoun } from '@luoshi/rules/action'
import type { Say } from '../ui/i18n.ts'
import type { settingsWords } from './words.ts'

/** What another system may be given: a noun each, to read or to write. People, keys and settings are never a key's. */
export const scopeNouns = [
  'unit',
  'plan',
  'programme',
  'task',
  'assignment',
  'duty',
  'occurrence',
  'indicator',
  'evidence',
  'budget',
] as const satisfies readonly ActionNoun[]

/** `assignment:write` as 任务（读写）; a scope that is new here as it stands. */
export const scopeWords = (t: Say<typeof settingsWords>, scope: string): string => {
  if (scope === '*:read') return t('keys.all-read')
  const [name, right] = scope.split(':')
  const noun = scopeNouns.find(known => known === name)
  if (noun === undefined || (right !== 'read' && right !== 'write')) return scope
  return `${t(`noun.${noun}`)} ${t(`keys.${right}`)}`
}
