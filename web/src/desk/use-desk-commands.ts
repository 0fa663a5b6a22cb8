import { useNavigate } from '@tanstack/react-router'
import { type Command, useCommands } from '../ui/commands.ts'
import { useWords } from '../ui/i18n.ts'
import { changeLook, currentLook, toneOf } from '../ui/look.ts'
import { useMay } from '../ui/session.ts'
import { type Shortcut, useShortcuts } from '../ui/shortcuts.ts'
import { pagesFor } from './pages.ts'
import { deskWords } from './words.ts'

type Covers = { readonly openPalette: () => void; readonly openKeys: () => void }

const switchText = (): void => changeLook({ text: currentLook().text === 'large' ? 'normal' : 'large' })
const switchTone = (): void => changeLook({ tone: toneOf(currentLook()) === 'dark' ? 'light' : 'dark' })

/** What the shell itself offers in the palette and on the keyboard. */
export const useDeskCommands = ({ openPalette, openKeys }: Covers): void => {
  const t = useWords(deskWords)
  const may = useMay()
  const navigate = useNavigate()
  const pages = pagesFor(may)
  const goTo: readonly Command[] = [
    ...pages.map(({ to, word, key }) => ({
      id: to,
      label: t(word),
      group: t('palette.pages'),
      keys: `g ${key}`,
      also: to,
      run: () => void navigate({ to }),
    })),
    {
      id: '/settings',
      label: t('nav.settings'),
      group: t('palette.pages'),
      also: '/settings',
      run: () => void navigate({ to: '/settings' }),
    },
  ]
  const group = t('palette.actions')
  const act: readonly (Command & { readonly allowed: boolean })[] = [
    {
      id: 'import',
      label: t('act.import'),
      group,
      allowed: may('plan.import'),
      run: () => void navigate({ to: '/plans/new' }),
    },
    {
      id: 'round',
      label: t('act.round'),
      group,
      also: '检查 抽查 抽签 暗访 互检 round',
      allowed: may('round.manage'),
      run: () => void navigate({ to: '/rounds/new' }),
    },
    {
      id: 'standard',
      label: t('act.standard'),
      group,
      also: '检查项 清单 standard',
      allowed: may('standard.manage'),
      run: () => void navigate({ to: '/standards', search: { act: 'new' } }),
    },
    {
      id: 'point',
      label: t('act.point'),
      group,
      also: 'point',
      allowed: may('point.manage'),
      run: () => void navigate({ to: '/points', search: { act: 'add' } }),
    },
    {
      id: 'points-import',
      label: t('act.import-points'),
      group,
      also: 'excel xlsx',
      allowed: may('point.manage'),
      run: () => void navigate({ to: '/points', search: { act: 'import' } }),
    },
    {
      id: 'labels',
      label: t('act.labels'),
      group,
      also: '二维码 qr',
      allowed: may('point.read'),
      run: () => void navigate({ to: '/points/labels' }),
    },
    {
      id: 'map',
      label: t('act.map'),
      group,
      also: 'map',
      allowed: may('point.read'),
      run: () => void navigate({ to: '/points/map' }),
    },
    {
      id: 'unit',
      label: t('act.add-unit'),
      group,
      allowed: may('unit.manage'),
      run: () => void navigate({ to: '/units', search: { act: 'add' } }),
    },
    {
      id: 'spreadsheet',
      label: t('act.import-units'),
      group,
      also: 'excel xlsx',
      allowed: may('import.run'),
      run: () => void navigate({ to: '/units', search: { act: 'import' } }),
    },
    {
      id: 'person',
      label: t('act.add-person'),
      group,
      allowed: may('person.manage'),
      run: () => void navigate({ to: '/people', search: { person: 'new' } }),
    },
    { id: 'large', label: t('act.large'), group, allowed: true, also: '老花 字号 large', run: switchText },
    { id: 'dark', label: t('act.dark'), group, allowed: true, also: '夜间 外观 dark light', run: switchTone },
  ]
  useCommands([...goTo, ...act.filter(({ allowed }) => allowed)])

  const everywhere = t('keys.everywhere')
  const keys: readonly Shortcut[] = [
    { keys: 'mod+k', label: t('keys.open'), group: everywhere, run: openPalette },
    { keys: '?', label: t('keys.help'), group: everywhere, run: openKeys },
    { keys: 'mod+.', label: t('keys.large'), group: everywhere, run: switchText },
    ...pages.map(({ to, word, key }) => ({
      keys: `g ${key}`,
      label: t(word),
      group: everywhere,
      run: () => void navigate({ to }),
    })),
  ]
  useShortcuts(keys)
}
