import { type Decision, decisionsContract } from '@howcanwe/shared/decisions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { useFaults } from '../../lib/use-faults.ts'
import { Button, DateField, ErrorSummary, Notice, Radios } from '../../ui/index.ts'
import { useAct } from './decisions.queries.ts'

/** In the room minutes, at home days. */
const SPANS = {
  two: 2,
  ten: 10,
  day: 1_440,
  week: 10_080,
  fortnight: 20_160,
  month: 43_200,
} as const
type Span = keyof typeof SPANS
const MINUTE_MS = 60_000
const REVIEW_DAYS = 90

const inDays = (days: number) =>
  new Date(Date.now() + days * 1_440 * MINUTE_MS).toISOString().slice(0, 10)

/** How long it can be open so that it does not close before people have had its words for five working days. */
const spansFor = (notBefore: Date | null): Span[] => {
  const spans = Object.keys(SPANS) as Span[]
  const left = notBefore ? (notBefore.getTime() - Date.now()) / MINUTE_MS : 0
  return spans.filter((one) => SPANS[one] > left)
}

/** Opens it for answers, with the day on which the group looks again. */
export function OpenForm({ decision }: { decision: Decision }) {
  const { t } = useTranslation(['decisions', 'problems'])
  const { day } = useFormats()
  const spans = spansFor(decision.notBefore)
  const [span, setSpan] = useState<Span>(spans.includes('ten') ? 'ten' : (spans[0] ?? 'month'))
  const [reviewOn, setReviewOn] = useState(() => inDays(REVIEW_DAYS))
  const faults = useFaults('decisions')
  const params = { decisionId: decision.id }
  const act = useAct((call, body: { closesAt: string; reviewOn: string }) =>
    call(decisionsContract.open, { params, body }),
  )
  const send = () => {
    const closesAt = new Date(Date.now() + SPANS[span] * MINUTE_MS).toISOString()
    const body = { closesAt, reviewOn }
    if (faults.check(decisionsContract.open.body, body))
      act.mutate(body, { onError: faults.refuse })
  }
  return (
    <section>
      <h2 className="govuk-heading-m">{t('open.title')}</h2>
      <ErrorSummary errors={faults.summary} />
      {decision.notBefore ? (
        <Notice heading={t('open.notBefore', { day: day(decision.notBefore) })}>
          <p className="govuk-body">{t('open.notBeforeText')}</p>
        </Notice>
      ) : null}
      <Radios
        name="span"
        legend={t('open.until')}
        hint={t('open.untilHint')}
        value={span}
        inline
        onChange={(event) => setSpan(event.target.value as Span)}
        choices={spans.map((value) => ({ value, label: t(`open.${value}`) }))}
      />
      <DateField
        name="reviewOn"
        legend={t('open.review')}
        hint={t('open.reviewHint')}
        value={reviewOn}
        error={faults.of('reviewOn')}
        onChange={setReviewOn}
      />
      <Button busy={act.isPending} onClick={send}>
        {t('open.send')}
      </Button>
    </section>
  )
}
