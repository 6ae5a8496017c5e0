import { REACH_HOW } from '@howcanwe/shared/organisations'
import { useTranslation } from 'react-i18next'
import { Radios, TextField } from '../../ui/index.ts'
import { newReached, type Reached, withLastReached } from './capacity.ts'
import { Rows, type RowsProps } from './rows.tsx'

/** Groups of people who know them, with how well. */
export function Reach({ rows, onChange, errorOf }: RowsProps<Reached>) {
  const { t } = useTranslation('organisations')
  const change = (key: number, part: Partial<Reached>) =>
    onChange(rows.map((r) => (r.key === key ? withLastReached({ ...r, ...part }) : r)))
  const says = {
    lead: t('capacity.reachLead'),
    add: t('capacity.addReach'),
    one: (number: number) => t('capacity.reachOne', { number }),
    remove: (number: number) => t('capacity.removeReach', { number }),
  }
  return (
    <Rows {...{ rows, onChange, says }} name="reach" first="community" fresh={newReached}>
      {(row, name) => (
        <>
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
        </>
      )}
    </Rows>
  )
}
