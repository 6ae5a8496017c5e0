import type { Protection } from '@howcanwe/shared/protections'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'

/** Notes and reviews, oldest first, each with its day; nothing where there are none. */
export function Later({
  decision,
}: {
  decision: Pick<Protection, 'notes' | 'reviews' | 'language'>
}) {
  const { t } = useTranslation('protections')
  const { date } = useFormats()
  const { notes, reviews, language } = decision
  const part = (title: string, lines: readonly { id: string; head: string; text: string }[]) =>
    lines.length === 0 ? null : (
      <section>
        <h2 className="govuk-heading-m">{title}</h2>
        <dl>
          {lines.map(({ id, head, text }) => (
            <div key={id}>
              <dt className="govuk-body">
                <strong>{head}</strong>
              </dt>
              <dd className="govuk-body hcw-pre-line" lang={language}>
                {text}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    )
  return (
    <>
      {part(
        t('view.reviews'),
        reviews.map(({ id, outcome, said, reviewOn, at }) => ({
          id,
          head: `${date(at)}: ${reviewOn ? t('view.kept', { day: date(reviewOn) }) : t(`view.${outcome}`)}`,
          text: said,
        })),
      )}
      {part(
        t('view.notes'),
        notes.map(({ id, text, at }) => ({ id, head: date(at), text })),
      )}
    </>
  )
}
