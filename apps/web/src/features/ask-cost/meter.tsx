import { type Ask, type AskCost, askCost, OUR_PANEL } from '@howcanwe/shared/ask-cost'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Details, Tag, type TagProps } from '../../ui/index.ts'

/** What an hour costs, as the place has set it: dated, with its source. */
export interface AskRates {
  minutesPerAnswer: number
  applicantHourlyPence: number
  panelHourlyPence: number
  source: string | null
  /** A whole day. */
  asOf: string | null
}

export interface AskMeterProps {
  /** Null where the place has set no rates: then hours alone are shown. */
  rates: AskRates | null
  /** Whole minutes for one answer, where no rates say it. */
  minutesPerAnswer?: number
  /** How many answers are expected; null while nobody has said. */
  answers: number | null
  offerPence: number
  /** Said in public where the price is red. */
  reason?: string | undefined
  /** While somebody types: what changes is read out. */
  live?: boolean
}

const TONES: Record<AskCost['colour'], TagProps['tone']> = {
  green: 'pine',
  amber: 'caution',
  red: 'error',
}
const OUR_MINUTES = 10

/** The price tag of an ask in hours and money (CH5, FR-01): in a sentence, a word and a colour, with its sums. */
export function AskMeter(props: AskMeterProps) {
  const { rates, answers, offerPence, reason, live = false } = props
  const { t } = useTranslation('ask-cost')
  if (!answers) return <p className="govuk-body">{t('unknown')}</p>
  const ask: Ask = {
    minutesPerAnswer: rates?.minutesPerAnswer ?? props.minutesPerAnswer ?? OUR_MINUTES,
    expectedAnswers: answers,
    applicantHourlyPence: rates?.applicantHourlyPence ?? 0,
    panelHourlyPence: rates?.panelHourlyPence ?? 0,
    offerPence,
    ...OUR_PANEL,
  }
  const cost = askCost(ask)
  return (
    <>
      <div role={live ? 'status' : undefined}>
        <Hours ask={ask} cost={cost} priced={rates !== null} />
        {rates ? <Price cost={cost} offerPence={offerPence} /> : <NoRates />}
      </div>
      {rates && cost.colour === 'red' && reason ? (
        <p className="govuk-body">
          <strong>{t('reason')}:</strong> {reason}
        </p>
      ) : null}
      <How ask={ask} rates={rates} />
    </>
  )
}

function Hours({ ask, cost, priced }: { ask: Ask; cost: AskCost; priced: boolean }) {
  const { t } = useTranslation('ask-cost')
  const { minutes, money } = useFormats()
  const of = (time: number, pence: number) => ({ time: minutes(time), money: money(pence) })
  const count = ask.expectedAnswers
  return (
    <p className="govuk-body">
      {t(priced ? 'answeringCost' : 'answering', {
        count,
        ...of(cost.applicantMinutes, cost.applicantPence),
      })}{' '}
      {t(priced ? 'readingCost' : 'reading', of(cost.panelMinutes, cost.panelPence))}
    </p>
  )
}

function Price({ cost, offerPence }: { cost: AskCost; offerPence: number }) {
  const { t } = useTranslation('ask-cost')
  const { money, number } = useFormats()
  const { colour, share, totalPence } = cost
  const total = money(totalPence)
  return (
    <>
      <p className="govuk-body">
        <Tag tone={TONES[colour]}>{t(`colour.${colour}`)}</Tag>{' '}
        <strong>
          {share === null
            ? t('noOffer', { total })
            : t('total', {
                total,
                share: number(Math.floor(share / 10) / 10),
                offer: money(offerPence),
              })}
        </strong>
      </p>
      <p className="govuk-body">{t(`light.${colour}`)}</p>
    </>
  )
}

function NoRates() {
  const { t } = useTranslation('ask-cost')
  return <p className="govuk-hint">{t('noRates')}</p>
}

function How({ ask, rates }: { ask: Ask; rates: AskRates | null }) {
  const { t } = useTranslation('ask-cost')
  const { minutes, money, date } = useFormats()
  const people = ask.panelMembers
  const answer = { minutes: minutes(ask.minutesPerAnswer), money: money(ask.applicantHourlyPence) }
  const panel = {
    people,
    minutes: minutes(ask.minutesPerScoring),
    money: money(ask.panelHourlyPence),
  }
  return (
    <Details summary={t('how.title')}>
      <ul className="govuk-list govuk-list--bullet">
        <li>{t(rates ? 'how.answer' : 'how.answerHours', answer)}</li>
        <li>{t(rates ? 'how.panel' : 'how.panelHours', panel)}</li>
        {rates?.source && rates.asOf ? (
          <li>{t('how.rates', { source: rates.source, date: date(rates.asOf) })}</li>
        ) : null}
        {rates ? <li>{t('how.bands')}</li> : null}
      </ul>
    </Details>
  )
}
