import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../lib/format.ts'
import { type Fact, PageHeading, Sheet } from '../../../ui/index.ts'
import { AskerMark } from '../asker-mark.tsx'
import { areaWords } from '../challenge-notice.tsx'
import { closingWords } from '../closing.ts'
import { languageOf, openingOf } from '../question.ts'
import { offerOf } from './offer.ts'
import type { Shown } from './shown.ts'

/** A question of more than this many characters is set one size smaller, so that it stays one glance. */
const LONG = 90

/** The head of the notice: who asks, the question as large as it goes, the sentence under it, the figures. */
export function ChallengeHead({ challenge }: { challenge: Shown }) {
  const { t } = useTranslation('challenges')
  const formats = useFormats()
  const { asker, areas, question, summary, state, hoursPerMonth } = challenge
  const offer = offerOf(challenge)
  const facts: Fact[] = [
    {
      key: 'closes',
      label: t(state === 'open' ? 'facts.closes' : 'facts.closed'),
      value: closingWords(t, formats, challenge, new Date()),
    },
    { key: 'answer', label: t('facts.answer'), value: formats.minutes(challenge.answerMinutes) },
    {
      key: 'hours',
      label: t('facts.hours'),
      value:
        hoursPerMonth === null
          ? t('facts.notSaid')
          : t('facts.hoursValue', { count: hoursPerMonth }),
    },
    {
      key: 'offer',
      label: t('facts.offer'),
      value: offer > 0 ? formats.money(offer) : t('facts.noMoney'),
    },
  ]
  const language = languageOf(question)
  return (
    <div
      className={[...question].length > LONG ? 'hcw-question hcw-question--long' : 'hcw-question'}
    >
      <Sheet facts={facts}>
        <PageHeading
          size="xl"
          title={question}
          opening={openingOf(question)}
          lang={language}
          caption={
            <span className="hcw-caption">
              <AskerMark name={asker.organisation} />
              <span>{areaWords(t, areas)}</span>
            </span>
          }
        />
        <p className="hcw-question__summary" lang={language}>
          {summary}
        </p>
        {state === 'open' ? (
          <p className="hcw-question__go">
            <a href="#take-part">{t('takePart.jump')}</a>
          </p>
        ) : null}
      </Sheet>
    </div>
  )
}
