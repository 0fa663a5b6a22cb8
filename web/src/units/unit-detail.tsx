import type { Unit } from '@luoshi/contract/units'
import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../ui/i18n.ts'
import { offers } from '../ui/session.ts'
import { Tag } from '../ui/tag.tsx'
import { uiWords } from '../ui/words.ts'
import { CloseUnit } from './close-unit.tsx'
import { MoveUnit } from './move-unit.tsx'
import { ancestorsOf } from './tree-rows.ts'
import { UnitForm } from './unit-form.tsx'
import { UnitPeople } from './unit-people.tsx'
import styles from './units.module.css'
import { unitsWords } from './words.ts'

type UnitDetailProps = {
  readonly units: readonly Unit[]
  readonly unit: Unit | undefined
  readonly onChoose: (id: string) => void
  readonly onAdded: (id: string) => void
}

/** The chosen unit: where it belongs, what else it is called, who is in it, and what may be done with it. */
export const UnitDetail = ({ units, unit, onChoose, onAdded }: UnitDetailProps) => {
  const t = useWords(unitsWords)
  if (unit === undefined) {
    return (
      <aside className={`${styles.detail} ${styles.nobody}`}>
        <h2>{t('pick')}</h2>
        <p>{t('pick.detail')}</p>
      </aside>
    )
  }
  return <Chosen key={unit.id} units={units} unit={unit} onChoose={onChoose} onAdded={onAdded} />
}

const Chosen = ({ units, unit, onChoose, onAdded }: UnitDetailProps & { readonly unit: Unit }) => {
  const t = useWords(unitsWords)
  const said = useWords(uiWords)
  const above = ancestorsOf(units, unit.id)
  return (
    <aside className={styles.detail} aria-label={unit.name}>
      <h2>{unit.name}</h2>
      <p>
        <Tag>{said(`kind.${unit.kind}`)}</Tag> {unit.archived ? <Tag tone="late">{t('closed')}</Tag> : null}
      </p>
      <dl>
        {above.length === 0 ? null : (
          <>
            <dt>{t('parent')}</dt>
            <dd>
              {above.map(({ id, name }, index) => (
                <span key={id}>
                  {index === 0 ? null : ' › '}
                  <button type="button" onClick={() => onChoose(id)}>
                    {name}
                  </button>
                </span>
              ))}
            </dd>
          </>
        )}
        {unit.shortName === null ? null : (
          <>
            <dt>{t('aka.short')}</dt>
            <dd>{unit.shortName}</dd>
          </>
        )}
        {unit.aliases.length === 0 ? null : (
          <>
            <dt>{t('aka.aliases')}</dt>
            <dd>
              {unit.aliases.join('、')}
              <small>{t('aka.why')}</small>
            </dd>
          </>
        )}
      </dl>
      {offers(unit, 'unit.manage') && !unit.archived ? (
        <Acts units={units} unit={unit} onChoose={onChoose} onAdded={onAdded} />
      ) : null}
      <UnitPeople unit={unit} />
    </aside>
  )
}

const Acts = ({ units, unit, onChoose, onAdded }: UnitDetailProps & { readonly unit: Unit }) => {
  const t = useWords(unitsWords)
  const [doing, setDoing] = useState<'edit' | 'child' | 'move' | 'close' | null>(null)
  const stop = (): void => setDoing(null)
  return (
    <div className={styles.acts}>
      <Button size="small" onClick={() => setDoing('edit')}>
        {t('act.edit')}
      </Button>
      <Button size="small" onClick={() => setDoing('child')}>
        {t('act.child')}
      </Button>
      {unit.parentId === null ? null : (
        <>
          <Button size="small" onClick={() => setDoing('move')}>
            {t('act.move')}
          </Button>
          <Button size="small" onClick={() => setDoing('close')}>
            {t('act.close')}
          </Button>
        </>
      )}
      {doing === 'edit' ? <UnitForm units={units} unit={unit} onDone={onChoose} onClose={stop} /> : null}
      {doing === 'child' ? <UnitForm units={units} parentId={unit.id} onDone={onAdded} onClose={stop} /> : null}
      {doing === 'move' ? <MoveUnit units={units} unit={unit} onClose={stop} /> : null}
      {doing === 'close' ? <CloseUnit unit={unit} onClose={stop} /> : null}
    </div>
  )
}
