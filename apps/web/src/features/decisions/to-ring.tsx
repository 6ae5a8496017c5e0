import type { Decision } from '@howcanwe/shared/decisions'
import { useTranslation } from 'react-i18next'

/** For whoever runs the group: who hears of the result by telephone or not at all. */
export function ToRing({ people }: { people: NonNullable<Decision['ring']> }) {
  const { t } = useTranslation('decisions')
  if (people.length === 0) return null
  return (
    <section className="hcw-to-ring" aria-labelledby="to-ring">
      <h2 id="to-ring" className="govuk-heading-m">
        {t('ring.title')}
      </h2>
      <p className="govuk-body">{t('ring.text')}</p>
      <ul className="govuk-list govuk-list--bullet">
        {people.map((one) => (
          <li key={one.reference}>{t('ring.one', one)}</li>
        ))}
      </ul>
    </section>
  )
}
