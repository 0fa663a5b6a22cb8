import { useQuery } from '@tanstack/react-query'
import { Button, Popover, Segmented, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import styles from './party-chooser.module.css'
import type { Party } from './party-words.ts'
import type { Match } from './use-review.ts'
import { reviewWords } from './words.ts'

type Props = { readonly party: Party; readonly onMatch: (to: Match) => void; readonly children: ReactNode }

/** Which units a name stands for: every one of a kind, some by name, or none. The answer is remembered. */
export const PartyChooser = ({ party, onMatch, children }: Props) => {
  const t = useWords(reviewWords)
  const [open, setOpen] = useState(false)
  // A list has hundreds of names: what is not asked for is not built.
  if (!open)
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: the button inside is the control
      // biome-ignore lint/a11y/useKeyWithClickEvents: likewise
      <span onClick={() => setOpen(true)}>{children}</span>
    )
  const answer = (to: Match) => {
    setOpen(false)
    onMatch(to)
  }
  return (
    <Popover
      open
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      title={t('partyTitle', { name: party.name })}
      content={<Choices party={party} onMatch={answer} />}
      destroyOnHidden
    >
      <span>{children}</span>
    </Popover>
  )
}

const everyKinds = [
  'community',
  'village',
  'street',
  'town',
  'estate',
  'grid',
  'department',
  'school',
  'company',
] as const

const Choices = ({ party, onMatch }: Omit<Props, 'children'>) => {
  const t = useWords(reviewWords)
  const units = useQuery(orpc.units.list.queryOptions({ input: { archived: false }, staleTime: 60_000 }))
  const [how, setHow] = useState<'every' | 'pick'>(party.match === 'every' ? 'every' : 'pick')
  const [kind, setKind] = useState<(typeof everyKinds)[number]>(
    everyKinds.find(one => one === (party.units[0] ?? party.candidates[0])?.kind) ?? 'community',
  )
  const [picked, setPicked] = useState<string[]>(
    party.match === 'every' ? [] : (party.units.length > 0 ? party.units : party.candidates).map(({ id }) => id),
  )
  const nothing = how === 'pick' && picked.length === 0
  const save = () =>
    onMatch(
      how === 'every'
        ? { unitIds: [], everyKind: kind, ignored: false }
        : { unitIds: picked, everyKind: null, ignored: false },
    )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the page's own keys from hearing what is typed here
    <div className={styles.choices} onKeyDown={event => event.stopPropagation()}>
      <Segmented
        value={how}
        onChange={setHow}
        options={[
          { value: 'pick', label: t('partyPick') },
          { value: 'every', label: t('partyEvery') },
        ]}
      />
      {how === 'every' ? (
        <>
          <Select
            value={kind}
            onChange={setKind}
            options={everyKinds.map(value => ({ value, label: t(`unit_${value}`) }))}
          />
          <p>{t('partyEveryHint', { kind: t(`unit_${kind}`) })}</p>
        </>
      ) : (
        <Select
          mode="multiple"
          autoFocus
          value={picked}
          onChange={setPicked}
          loading={units.isPending}
          placeholder={t('partyPlaceholder')}
          showSearch={{ optionFilterProp: 'label' }}
          options={(units.data ?? []).map(unit => ({ value: unit.id, label: unit.name }))}
        />
      )}
      <div className={styles.acts}>
        <Button type="primary" size="small" disabled={nothing} onClick={save}>
          {t('partySave')}
        </Button>
        <Button size="small" type="text" onClick={() => onMatch({ unitIds: [], everyKind: null, ignored: true })}>
          {t('partyIgnore')}
        </Button>
      </div>
    </div>
  )
}
