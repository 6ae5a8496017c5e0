import type { Place } from '@howcanwe/shared/places'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice, Radios } from '../../ui/index.ts'

type Fits = 'yes' | 'no'

/**
 * Yes-or-no questions before the first of ours (EI2, FR-14). Nothing of it leaves the page: a "no" only says kindly
 * that it may not fit and whom to ask, and keeps nobody from going on.
 */
export function EligibilityCheck({
  questions,
  contact,
}: {
  questions: readonly string[]
  contact: Place['contact'] | undefined
}) {
  const { t } = useTranslation('interests')
  const [said, setSaid] = useState<Record<number, Fits>>({})
  if (questions.length === 0) return null
  const answers = questions.map((_, i) => said[i])
  const name = contact ? [contact.name, contact.phone].filter(Boolean).join(', ') : null
  return (
    <section>
      <h2 className="govuk-heading-m">{t('start.checkTitle')}</h2>
      <p className="govuk-body">{t('start.checkText')}</p>
      {questions.map((question, i) => (
        <Radios
          key={question}
          inline
          legend={question}
          name={`fits-${i}`}
          value={said[i] ?? ''}
          onChange={async ({ target }) => setSaid({ ...said, [i]: target.value as Fits })}
          choices={[
            { value: 'yes', label: t('start.yes') },
            { value: 'no', label: t('start.no') },
          ]}
        />
      ))}
      <div role="status">
        {answers.includes('no') ? (
          <Notice heading={t('start.noTitle')}>
            <p className="govuk-body">
              {name ? t('start.noText', { name }) : t('start.noTextNobody')}
            </p>
          </Notice>
        ) : null}
        {answers.every((one) => one === 'yes') ? (
          <p className="govuk-body">{t('start.fits')}</p>
        ) : null}
      </div>
    </section>
  )
}
