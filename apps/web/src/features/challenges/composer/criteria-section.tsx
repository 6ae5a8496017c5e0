import { useTranslation } from 'react-i18next'
import { Radios, TextArea, TextField } from '../../../ui/index.ts'
import { weightSum } from './body.ts'
import { EligibilityRows } from './eligibility-rows.tsx'
import { Line } from './fields.tsx'
import { Rows } from './rows.tsx'
import type { Composer } from './use-composer.ts'
import { blankCriterion, CRITERIA_MAX, CRITERIA_MIN, type CriterionRow, nextKey } from './values.ts'

const SIZES = ['4', '5', '6']

/** Three to five points, what good looks like, and weights that must come to a hundred. */
export function CriteriaSection({ composer }: { composer: Composer }) {
  const { t } = useTranslation('challenges')
  const { values, set, errorOf } = composer
  const rows = values.criteria
  const change = (key: number, part: Partial<CriterionRow>) =>
    set({ criteria: rows.map((row) => (row.key === key ? { ...row, ...part } : row)) })
  return (
    <>
      <p className="govuk-hint">{t('field.criteria.hint')}</p>
      <Rows
        rows={rows}
        title={(index) => t('field.criteria.title', { count: index + 1 })}
        remove={(index) => t('field.criteria.remove', { count: index + 1 })}
        add={t('field.criteria.add')}
        min={CRITERIA_MIN}
        max={CRITERIA_MAX}
        onAdd={() => set({ criteria: [...rows, blankCriterion(nextKey(rows))] })}
        onRemove={(key) => set({ criteria: rows.filter((row) => row.key !== key) })}
      >
        {(row, index) => (
          <CriterionBoxes
            row={row}
            index={index}
            errorOf={errorOf}
            onChange={(part) => change(row.key, part)}
          />
        )}
      </Rows>
      <WeightTotal sum={weightSum(rows)} />
      <Radios
        inline
        name="cohortSize"
        legend={t('field.cohortSize.label')}
        hint={t('field.cohortSize.hint')}
        value={values.cohortSize}
        onChange={(event) => set({ cohortSize: event.target.value })}
        choices={SIZES.map((value) => ({ value, label: value }))}
      />
      <Line composer={composer} name="expectedInterests" width={3} numeric />
      <EligibilityRows composer={composer} />
    </>
  )
}

function CriterionBoxes({
  row,
  index,
  errorOf,
  onChange,
}: {
  row: CriterionRow
  index: number
  errorOf: Composer['errorOf']
  onChange: (part: Partial<CriterionRow>) => void
}) {
  const { t } = useTranslation('challenges')
  const name = `criteria.${index}`
  return (
    <>
      <TextField
        name={`${name}.name`}
        label={t('field.criteria.name')}
        error={errorOf(`${name}.name`) ?? (index === 0 ? errorOf('criteria') : undefined)}
        maxLength={80}
        autoComplete="off"
        value={row.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <TextArea
        rows={2}
        name={`${name}.goodLooksLike`}
        label={t('field.criteria.goodLooksLike')}
        error={errorOf(`${name}.goodLooksLike`)}
        maxCharacters={300}
        value={row.goodLooksLike}
        onChange={(event) => onChange({ goodLooksLike: event.target.value })}
      />
      <TextField
        name={`${name}.weight`}
        label={t('field.criteria.weight')}
        error={errorOf(`${name}.weight`)}
        width={3}
        suffix={t('field.criteria.of100')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={3}
        value={row.weight}
        onChange={(event) => onChange({ weight: event.target.value.replace(/\D/g, '') })}
      />
    </>
  )
}

/** The running sum, and what is left or too much. */
function WeightTotal({ sum }: { sum: number }) {
  const { t } = useTranslation('challenges')
  const key =
    sum === 100 ? 'total.weightsWhole' : sum < 100 ? 'total.weightsLeft' : 'total.weightsOver'
  return (
    <p className={`hcw-total${sum > 100 ? ' hcw-total--over' : ''}`} role="status">
      {t(key, { sum, rest: Math.abs(100 - sum) })}
    </p>
  )
}
