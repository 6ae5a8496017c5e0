import { type Decision, seenBy } from '@howcanwe/shared/decisions'
import { useTranslation } from 'react-i18next'

/** Who may come to know what somebody answers, in this very group: it hangs on how many answer with them. */
export function SeenBy({ voice }: { voice: NonNullable<Decision['voice']> }) {
  const { t } = useTranslation('decisions')
  const { bloc, members: count } = voice
  const seen = seenBy(count)
  return (
    <section aria-labelledby="seen-by">
      <h3 id="seen-by" className="govuk-heading-s">
        {t('answer.seen.title')}
      </h3>
      <p className="govuk-body hcw-soft">
        {t(`answer.seen.${seen}`, { voice: t(`blocs.${bloc}`), count })}
        {seen === 'everybody' ? null : ` ${t('answer.seen.runs')}`}
      </p>
    </section>
  )
}
