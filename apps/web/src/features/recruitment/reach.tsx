import { isReached, type LeastReached, type Reach, shownParity } from '@howcanwe/shared/recruitment'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'

/** The counts behind a reach, and what they come to with two places. */
export function useReachFacts() {
  const { number } = useFormats()
  return (least: LeastReached) => ({ ...least, parity: number(shownParity(least)) })
}

/** Whether those came up whom the question affects, as far as it can be said without giving anybody away (M27). */
export function ReachSection({ reach: { least, hidden } }: { reach: Reach }) {
  const { t } = useTranslation('recruitment')
  const factsOf = useReachFacts()
  return (
    <section>
      <h2 className="govuk-heading-m">{t('page.reach.title')}</h2>
      <p className="govuk-body hcw-soft">{t('page.reach.rule')}</p>
      {least ? (
        <p className="govuk-body">
          {t('page.reach.line', factsOf(least))}{' '}
          {t(isReached(least) ? 'page.reach.enough' : 'page.reach.lacks')}
        </p>
      ) : (
        <p className="govuk-body">{t('page.reach.few')}</p>
      )}
      {least && hidden > 0 ? (
        <p className="govuk-body">{t('page.reach.hidden', { count: hidden })}</p>
      ) : null}
    </section>
  )
}
