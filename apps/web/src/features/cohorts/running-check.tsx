import { SECTORS_AT_LEAST } from '@howcanwe/shared/cohorts'
import { useTranslation } from 'react-i18next'
import type { Check } from './choices.ts'

/** Where the choosing stands, in sentences; said politely when it changes. */
export function RunningCheck({ check }: { check: Check }) {
  const { t } = useTranslation('cohorts')
  const { balance, size } = check
  const lines = [
    {
      key: 'chosen',
      done: check.chosen >= size.min && check.chosen <= size.max,
      text: t('check.chosen', { count: check.chosen, min: size.min, max: size.max }),
    },
    {
      key: 'sectors',
      done: balance.sectors >= SECTORS_AT_LEAST,
      text: t('check.sectors', { count: balance.sectors, min: SECTORS_AT_LEAST }),
    },
    {
      key: 'small',
      done: balance.under100k >= balance.reserved.under100k,
      text: t('check.under100k', {
        count: balance.under100k,
        kept: balance.reserved.under100k,
      }),
    },
    {
      key: 'medium',
      done: balance.under1m >= balance.reserved.under1m && check.chosen > 0,
      text: t('check.under1m', { count: balance.under1m, kept: balance.reserved.under1m }),
    },
    {
      key: 'undecided',
      done: check.undecided.length === 0,
      text: t('check.undecided', { count: check.undecided.length }),
    },
    {
      key: 'reasons',
      done: check.withoutReason.length === 0,
      text: t('check.reasons', { count: check.withoutReason.length }),
    },
  ]
  return (
    <div role="status">
      <ul className="govuk-list govuk-list--spaced">
        {lines.map((line) => (
          <li key={line.key}>
            <span aria-hidden="true">{line.done ? '✓' : '○'}</span>{' '}
            <span className="govuk-visually-hidden">
              {line.done ? t('check.done') : t('check.notYet')}
            </span>
            {line.text}
          </li>
        ))}
      </ul>
      {check.copied > 0 ? (
        <p className="govuk-body">{t('check.copied', { count: check.copied })}</p>
      ) : null}
    </div>
  )
}
