import { roles } from '@luoshi/rules/role'
import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { orpc } from '../ui/api.ts'
import { useWords } from '../ui/i18n.ts'
import { uiWords } from '../ui/words.ts'
import { UnitSelect } from '../units/unit-select.tsx'
import styles from './people.module.css'
import { peopleWords } from './words.ts'

/** In which unit, and as what; each role says what it may do. */
export const SeatFields = () => {
  const t = useWords(peopleWords)
  const said = useWords(uiWords)
  const { data: units = [] } = useQuery(orpc.units.list.queryOptions({ input: {} }))
  const needed = [{ required: true, message: t('seat.needed') }]
  return (
    <div className={styles.pair}>
      <Form.Item name="unitId" label={t('seat.unit')} rules={needed}>
        <UnitSelect units={units} />
      </Form.Item>
      <Form.Item name="role" label={t('seat.role')} rules={needed}>
        <Select
          optionLabelProp="name"
          popupMatchSelectWidth={false}
          options={roles.map(value => ({
            value,
            name: said(`role.${value}`),
            label: (
              <>
                <b>{said(`role.${value}`)}</b>
                <br />
                <small className={styles.soft}>{t(`role.${value}.what`)}</small>
              </>
            ),
          }))}
        />
      </Form.Item>
    </div>
  )
}
