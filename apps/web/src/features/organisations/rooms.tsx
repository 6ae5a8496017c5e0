import { useTranslation } from 'react-i18next'
import { Checkboxes, TextField } from '../../ui/index.ts'
import { newRoom, type Room, withLastRoom } from './capacity.ts'
import { Rows, type RowsProps } from './rows.tsx'

const HAS = ['stepFree', 'kitchen'] as const

/** Rooms others could use: as many as there are, none is fine. */
export function Rooms(props: RowsProps<Room> & { currency: string }) {
  const { rows, onChange, errorOf, currency } = props
  const { t } = useTranslation('organisations')
  const change = (key: number, part: Partial<Room>) =>
    onChange(rows.map((r) => (r.key === key ? withLastRoom({ ...r, ...part }) : r)))
  const says = {
    lead: t('capacity.premisesLead'),
    add: t('capacity.addRoom'),
    one: (number: number) => t('capacity.room', { number }),
    remove: (number: number) => t('capacity.removeRoom', { number }),
  }
  return (
    <Rows {...{ rows, onChange, says }} name="premises" first="name" fresh={newRoom}>
      {(row, name) => (
        <>
          <TextField
            label={t('capacity.roomName')}
            name={name('name')}
            maxLength={80}
            value={row.name}
            onChange={({ target }) => change(row.key, { name: target.value })}
          />
          <TextField
            label={t('capacity.seats')}
            name={name('seats')}
            width={4}
            inputMode="numeric"
            error={errorOf(name('seats'))}
            value={row.seats}
            onChange={({ target }) => change(row.key, { seats: target.value })}
          />
          <TextField
            label={t('capacity.cost')}
            hint={t('capacity.costHint')}
            name={name('costPence')}
            width={5}
            inputMode="decimal"
            prefix={currency}
            error={errorOf(name('costPence'))}
            value={row.cost}
            onChange={({ target }) => change(row.key, { cost: target.value })}
          />
          <Checkboxes
            legend={t('capacity.roomHas')}
            name={name('has')}
            choices={HAS.map((value) => ({ value, label: t(`capacity.${value}`) }))}
            value={HAS.filter((one) => row[one])}
            onChange={async ({ target }) => change(row.key, { [target.value]: target.checked })}
          />
        </>
      )}
    </Rows>
  )
}
