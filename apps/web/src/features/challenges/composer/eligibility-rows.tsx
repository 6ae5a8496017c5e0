import { ELIGIBILITY_MAX } from '@howcanwe/shared/challenges'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../../ui/index.ts'
import { Rows } from './rows.tsx'
import type { Composer } from './use-composer.ts'
import { nextKey } from './values.ts'

/** Up to four questions with yes or no that a group asks itself before it begins (EI2). */
export function EligibilityRows({ composer }: { composer: Composer }) {
  const { t } = useTranslation('challenges')
  const { values, set, errorOf } = composer
  const rows = values.eligibility
  return (
    <>
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">{t('field.eligibility.label')}</h3>
      <p className="govuk-hint">{t('field.eligibility.hint')}</p>
      <Rows
        rows={rows}
        title={(index) => t('field.eligibility.title', { count: index + 1 })}
        remove={(index) => t('field.eligibility.remove', { count: index + 1 })}
        add={t('field.eligibility.add')}
        min={0}
        max={ELIGIBILITY_MAX}
        onAdd={() => set({ eligibility: [...rows, { key: nextKey(rows), question: '' }] })}
        onRemove={(key) => set({ eligibility: rows.filter((row) => row.key !== key) })}
      >
        {(row, index) => (
          <TextField
            name={`eligibility.${index}`}
            label={t('field.eligibility.question')}
            error={errorOf(`eligibility.${index}`)}
            maxLength={300}
            autoComplete="off"
            value={row.question}
            onChange={(event) =>
              set({
                eligibility: rows.map((one) =>
                  one.key === row.key ? { ...one, question: event.target.value } : one,
                ),
              })
            }
          />
        )}
      </Rows>
    </>
  )
}
