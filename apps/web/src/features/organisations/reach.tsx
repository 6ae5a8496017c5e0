import { REACH_HOW } from '@howcanwe/shared/organisations'
import { useTranslation } from 'react-i18next'
import { Button, Fieldset, Radios, TextField } from '../../ui/index.ts'
import { isUnfinished, newReached, type Reached, withLastReached } from './capacity.ts'
import { MOST, type RowsProps, useRowFocus } from './use-row-focus.ts'

/** Groups of people who know them, with how well. */
export function Reach({ rows, onChange, errorOf }: RowsProps<Reached>) {
  const { t } = useTranslation('organisations')
  const { add, setMoved } = useRowFocus('reach', 'community', rows.length)
  const change = (key: number, part: Partial<Reached>) =>
    onChange(rows.map((r) => (r.key === key ? withLastReached({ ...r, ...part }) : r)))
  return (
    <>
      <p className="govuk-body">{t('capacity.reachLead')}</p>
      {rows.map((row, index) => {
        const name = (field: string) => `reach.${index}.${field}`
        const number = index + 1
        return (
          <div key={row.key} className="hcw-row">
            <Fieldset legend={t('capacity.reachOne', { number })} name={`reach.${index}`}>
              <TextField
                label={t('capacity.community')}
                name={name('community')}
                maxLength={80}
                value={row.community}
                onChange={({ target }) => change(row.key, { community: target.value })}
              />
              <TextField
                label={t('capacity.people')}
                name={name('people')}
                width={5}
                inputMode="numeric"
                error={errorOf(name('people'))}
                value={row.people}
                onChange={({ target }) => change(row.key, { people: target.value })}
              />
              <Radios
                legend={t('capacity.how')}
                name={name('how')}
                choices={REACH_HOW.map((value) => ({ value, label: t(`reachHow.${value}`) }))}
                value={row.how}
                onChange={async ({ target }) =>
                  change(row.key, { how: REACH_HOW.find((h) => h === target.value) ?? row.how })
                }
              />
              {isUnfinished(row) ? <p className="govuk-hint">{t('capacity.notYet')}</p> : null}
              <Button
                kind="secondary"
                aria-label={t('capacity.removeReach', { number })}
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
            onChange([...rows, newReached(rows)])
            setMoved('added')
          }}
        >
          {t('capacity.addReach')}
        </Button>
      ) : null}
    </>
  )
}
