import type { Ratio } from '@howcanwe/shared/suggestions'
import { useTranslation } from 'react-i18next'

/** How many meetings to mark the homework a place held, of those due (M22): nine in ten are wanted. */
export function MeetingsHeld({ meetings: { part, of, share } }: { meetings: Ratio }) {
  const { t } = useTranslation('suggestions')
  const isMet = share && 10 * share.num >= 9 * share.den
  return (
    <section className="hcw-figure" aria-labelledby="meetings-held">
      <h2 id="meetings-held" className="govuk-heading-s">
        {t('meetings.title')}
      </h2>
      <p className="hcw-figure__value">
        {share ? t('meetings.line', { part, of }) : t('meetings.none')}
      </p>
      {share ? (
        <p className="hcw-figure__rule">
          {t('meetings.rule', { met: t(isMet ? 'meetings.met' : 'meetings.unmet') })}
        </p>
      ) : null}
    </section>
  )
}
