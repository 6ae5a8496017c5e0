import { CONSTRAINT_KINDS, FLEX } from '@howcanwe/shared/challenges'
import { useTranslation } from 'react-i18next'
import { Radios, Select, TextArea } from '../../../ui/index.ts'
import { Rows } from './rows.tsx'
import type { Composer } from './use-composer.ts'
import { blankConstraint, type ConstraintRow, nextKey, ROWS_MAX } from './values.ts'

/** What is fixed, what can bend, and what nobody knows yet. */
export function LimitsSection({ composer }: { composer: Composer }) {
  const { t } = useTranslation('challenges')
  const { values, set, errorOf } = composer
  const rows = values.constraints
  const change = (key: number, part: Partial<ConstraintRow>) =>
    set({ constraints: rows.map((row) => (row.key === key ? { ...row, ...part } : row)) })
  return (
    <Rows
      rows={rows}
      title={(index) => t('field.constraints.title', { count: index + 1 })}
      remove={(index) => t('field.constraints.remove', { count: index + 1 })}
      add={t('field.constraints.add')}
      min={1}
      max={ROWS_MAX}
      onAdd={() => set({ constraints: [...rows, blankConstraint(nextKey(rows))] })}
      onRemove={(key) => set({ constraints: rows.filter((row) => row.key !== key) })}
    >
      {(row, index) => (
        <>
          <TextArea
            rows={2}
            name={`constraints.${index}.what`}
            label={t('field.constraints.what')}
            hint={index === 0 ? t('field.constraints.hint') : undefined}
            error={
              errorOf(`constraints.${index}.what`) ??
              (index === 0 ? errorOf('constraints') : undefined)
            }
            maxCharacters={300}
            value={row.what}
            onChange={(event) => change(row.key, { what: event.target.value })}
          />
          <Select
            name={`constraints.${index}.kind`}
            label={t('field.constraints.kind')}
            value={row.kind}
            onChange={(event) =>
              change(row.key, { kind: event.target.value as ConstraintRow['kind'] })
            }
            options={CONSTRAINT_KINDS.map((value) => ({ value, label: t(`constraint.${value}`) }))}
          />
          <Radios
            inline
            name={`constraints.${index}.flex`}
            legend={t('field.constraints.flex')}
            value={row.flex}
            onChange={(event) =>
              change(row.key, { flex: event.target.value as ConstraintRow['flex'] })
            }
            choices={FLEX.map((value) => ({ value, label: t(`flexChoice.${value}`) }))}
          />
        </>
      )}
    </Rows>
  )
}
