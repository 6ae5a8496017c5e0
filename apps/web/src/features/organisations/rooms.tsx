import { useTranslation } from 'react-i18next'
import { Button, Checkboxes, Fieldset, TextField } from '../../ui/index.ts'
import { isUnfinished, newRoom, type Room, withLastRoom } from './capacity.ts'
import { MOST, type RowsProps, useRowFocus } from './use-row-focus.ts'

/** Rooms others could use: as many as there are, none is fine. */
export function Rooms({
  rows,
  onChange,
  errorOf,
  currency,
}: RowsProps<Room> & { currency: string }) {
  const { t } = useTranslation('organisations')
  const { add, setMoved } = useRowFocus('premises', 'name', rows.length)
  const change = (key: number, part: Partial<Room>) =>
    onChange(rows.map((r) => (r.key === key ? withLastRoom({ ...r, ...part }) : r)))
  return (
    <>
      <p className="govuk-body">{t('capacity.premisesLead')}</p>
      {rows.map((row, index) => {
        const name = (field: string) => `premises.${index}.${field}`
        const number = index + 1
        return (
          <div key={row.key} className="hcw-row">
            <Fieldset legend={t('capacity.room', { number })} name={`premises.${index}`}>
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
                choices={(['stepFree', 'kitchen'] as const).map((value) => ({
                  value,
                  label: t(`capacity.${value}`),
                }))}
                value={(['stepFree', 'kitchen'] as const).filter((one) => row[one])}
                onChange={async ({ target }) => change(row.key, { [target.value]: target.checked })}
              />
              {isUnfinished(row) ? <p className="govuk-hint">{t('capacity.notYet')}</p> : null}
              <Button
                kind="secondary"
                aria-label={t('capacity.removeRoom', { number })}
                onClick={() => {
                  onChange(rows.filter((r) => r.key !== row.key))
                  setMoved('removed')
                }}
              >
                {t('capacity.remove')}
              </Button>
            </Fieldset>
          </div>
        )
      })}
      {rows.length < MOST ? (
        <Button
          ref={add}
          kind="secondary"
          onClick={() => {
            onChange([...rows, newRoom(rows)])
            setMoved('added')
          }}
        >
          {t('capacity.addRoom')}
        </Button>
      ) : null}
    </>
  )
}
