import type { Protection } from '@howcanwe/shared/protections'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Notice, PageHeading, SectorMark, Sheet } from '../../ui/index.ts'
import { Known } from './known.tsx'
import { Later } from './later.tsx'

/** The head of a decision: what is kept, by whom, since when and until when. */
export function DecisionHead({ decision }: { decision: Protection }) {
  const { t } = useTranslation('protections')
  const { date, money, list } = useFormats()
  const { areas, state, moneyPence, reviews, language } = decision
  const ended = reviews.findLast((one) => one.outcome === 'ended')
  const where = areas.length > 0 ? list(areas.map((a) => a.name)) : t('list.wholePlace')
  const facts = [
    { key: 'decided', label: t('facts.decided'), value: date(decision.publishedAt) },
    ...(state === 'published'
      ? [{ key: 'review', label: t('facts.review'), value: date(decision.reviewOn) }]
      : []),
    ...(moneyPence === null
      ? []
      : [{ key: 'money', label: t('facts.money'), value: money(moneyPence) }]),
  ]
  const caption =
    ended === undefined ? t('view.caption') : t('view.endedCaption', { day: date(ended.at) })
  return (
    <Sheet facts={facts}>
      <PageHeading
        size="xl"
        title={decision.title}
        lang={language}
        caption={
          <>
            {caption} <SectorMark shape="square" tone="slate" word={decision.organisation} />{' '}
            {where}
          </>
        }
      />
    </Sheet>
  )
}

/** The reason in full, what it rests on, and what was said later. */
export function DecisionText({ decision }: { decision: Protection }) {
  const { t } = useTranslation('protections')
  const { date } = useFormats()
  const { page, language, evidence, overdue, reviewOn, decidedBy } = decision
  return (
    <>
      {overdue ? (
        <Notice kind="warning" heading={t('view.overdueTitle', { day: date(reviewOn) })}>
          <p className="govuk-body">{t('view.overdueText', { person: decidedBy.person })}</p>
        </Notice>
      ) : null}
      <section>
        <h2 className="govuk-heading-m">{t('view.reason')}</h2>
        <p className="govuk-body hcw-pre-line" lang={language}>
          {page}
        </p>
      </section>
      <Known evidence={evidence} lang={language} />
      <Later decision={decision} />
    </>
  )
}
