import { type FeltMean, type SessionInside, sessionsContract } from '@howcanwe/shared/sessions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Notice, SummaryList } from '../../ui/index.ts'
import { Refused } from './refused.tsx'
import { useSessionAct } from './sessions.queries.ts'
import './sessions.scss'

const FIVE = [1, 2, 3, 4, 5]
export type Question = 'heard' | 'changed'
type Taps = Partial<Record<Question, number>>

/** "Was I heard? Did it change anything?" Two taps and it is said; a tap changes it for a week. */
export function FeltTaps({ session }: { session: SessionInside }) {
  const { t } = useTranslation('sessions')
  const { date } = useFormats()
  const act = useSessionAct()
  const [taps, setTaps] = useState<Taps>(session.felt.mine ?? {})
  const { felt, id: sessionId, groupId } = session
  if (!felt.open || !session.me) return null
  const tap = (question: Question, value: number) => {
    const now = { ...taps, [question]: value }
    setTaps(now)
    const { heard, changed } = now
    if (heard === undefined || changed === undefined) return
    const body = { heard, changed }
    act.mutate((call) => call(sessionsContract.feel, { params: { groupId, sessionId }, body }))
  }
  return (
    <section className="hcw-taps" aria-labelledby="felt">
      <h2 id="felt" className="govuk-heading-m">
        {t('felt.title')}
      </h2>
      <p className="govuk-body hcw-soft">{t('felt.hint', { date: date(felt.until) })}</p>
      <Refused error={act.error} />
      <FiveTaps question="heard" value={taps.heard} tap={tap} />
      <FiveTaps question="changed" value={taps.changed} tap={tap} />
      {act.isSuccess || felt.mine ? <Notice kind="success" heading={t('felt.thanks')} /> : null}
    </section>
  )
}

interface RowProps {
  question: Question
  value: number | undefined
  tap: (question: Question, value: number) => void
}

/** One question and five answers, from not at all to very much. */
export function FiveTaps({ question, value, tap }: RowProps) {
  const { t } = useTranslation('sessions')
  return (
    <fieldset className="hcw-taps__row">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        {t(`felt.${question}`)}
      </legend>
      <div className="hcw-taps__five">
        {FIVE.map((n) => (
          <label key={n} className="hcw-taps__one">
            <input
              type="radio"
              name={question}
              value={n}
              checked={value === n}
              onChange={() => tap(question, n)}
            />
            <span>{n}</span>
            <span className="govuk-visually-hidden">{t(`felt.${n}`)}</span>
          </label>
        ))}
      </div>
      <p className="hcw-taps__ends" aria-hidden="true">
        <span>{t('felt.1')}</span>
        <span>{t('felt.5')}</span>
      </p>
    </fieldset>
  )
}

/** What the group said, by voice, once the week is over; fewer than five answers stay unseen. */
export function FeltShown({ session }: { session: SessionInside }) {
  const { t } = useTranslation('sessions')
  const { number } = useFormats()
  const { shown } = session.felt
  if (!shown) return null
  const said = (mean: FeltMean | null) =>
    mean
      ? t('felt.line', { heard: number(mean.heard), changed: number(mean.changed) })
      : t('felt.few')
  return (
    <section aria-labelledby="felt-shown">
      <h2 id="felt-shown" className="govuk-heading-m">
        {t('felt.shownTitle')}
      </h2>
      <p className="govuk-body hcw-soft">{t('felt.scale')}</p>
      <SummaryList
        rows={[
          ...shown.blocs.map(({ bloc, mean }) => ({
            key: bloc,
            label: t(`from.${bloc}`),
            value: said(mean),
          })),
          { key: 'all', label: t('felt.all'), value: said(shown.all) },
        ]}
      />
    </section>
  )
}
