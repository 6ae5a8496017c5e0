import { SECTORS_AT_LEAST } from '@howcanwe/shared/cohorts'
import { useTranslation } from 'react-i18next'
import type { Check } from './choices.ts'
import type { Copied } from './copies.ts'

const COPIES_SHOWN = 3

/** Where the choosing stands, in sentences; said politely when it changes. */
export function RunningCheck({ check }: { check: Check }) {
  const { t } = useTranslation('cohorts')
  const { balance, size } = check
  const lines = [
    {
      key: 'ready',
      done: check.ready === check.total,
      text: t('check.ready', { ready: check.ready, count: check.total }),
    },
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
      {check.copied.slice(0, COPIES_SHOWN).map((copied) => (
        <Copies key={copied.sentence} copied={copied} />
      ))}
    </div>
  )
}

/** The same sentence for several: noticed, and for most of those not chosen refused (FR-10). */
function Copies({ copied }: { copied: Copied }) {
  const { t } = useTranslation('cohorts')
  return (
    <p className="govuk-body">
      {t('check.copied', { count: copied.count, sentence: copied.sentence })}{' '}
      {t(copied.tooOften ? 'check.copiedTooOften' : 'check.copiedOwn')}
    </p>
  )
}
