import type { SqueezeOut } from '@howcanwe/shared/squeeze-outs'
import { useTranslation } from 'react-i18next'
import { AskMeter } from '../features/ask-cost/meter.tsx'
import { countOf } from '../features/challenges/composer/body.ts'
import { offerTyped } from '../features/challenges/composer/offer-section.tsx'
import type { Composer } from '../features/challenges/composer/use-composer.ts'
import { FindingList } from '../features/squeeze-outs/finding-list.tsx'
import { TextArea } from '../ui/index.ts'

/** What is asked of everybody, priced (CH5), and what in it would keep small groups out (CH4). */
export function FairSection({ composer }: { composer: Composer }) {
  const { t } = useTranslation('challenges')
  const { values, set, latest, errorOf } = composer
  const priced = errorOf('askCostReason') || values.askCostReason !== ''
  return (
    <>
      <h3 className="govuk-heading-s">{t('fair.price')}</h3>
      <LivePrice composer={composer} />
      {priced || latest.missing.some(({ pointer }) => pointer.endsWith('askCostReason')) ? (
        <TextArea
          name="askCostReason"
          rows={3}
          label={t('field.askCostReason.label')}
          hint={t('field.askCostReason.hint')}
          error={errorOf('askCostReason')}
          maxCharacters={1000}
          value={values.askCostReason}
          onChange={(event) => set({ askCostReason: event.target.value })}
        />
      ) : null}
      <h3 className="govuk-heading-s">{t('fair.out')}</h3>
      {latest.checks.squeezeOut.length === 0 ? (
        <p className="govuk-body">{t('fair.none')}</p>
      ) : (
        <>
          <p className="govuk-body">{t('fair.text')}</p>
          <FindingList
            findings={latest.checks.squeezeOut}
            level={3}
            after={(code) => <Answer composer={composer} code={code} />}
          />
        </>
      )}
    </>
  )
}

/** Hours and pounds as they are typed (FR-01). */
export function LivePrice({ composer }: { composer: Composer }) {
  const { values, latest } = composer
  return (
    <AskMeter
      live
      rates={latest.askRates}
      answers={countOf(values.expectedInterests) ?? null}
      offerPence={offerTyped(values)}
      reason={values.askCostReason}
    />
  )
}

/** Why a red finding stays, for everybody to read. Advice needs no answer. */
function Answer({ composer, code }: { composer: Composer; code: SqueezeOut }) {
  const { t } = useTranslation('challenges')
  const { values, set, latest } = composer
  const red = latest.checks.squeezeOut.some((f) => f.code === code && f.severity === 'red')
  if (!red) return null
  const others = values.findingAnswers.filter((one) => one.code !== code)
  const answer = values.findingAnswers.find((one) => one.code === code)?.answer ?? ''
  const waits = latest.checks.unanswered.includes(code)
  return (
    <TextArea
      name={`findingAnswers.${code}`}
      rows={3}
      label={t('field.findingAnswers.label')}
      hint={t('field.findingAnswers.hint')}
      error={waits && answer !== '' ? t('field.findingAnswers.short') : undefined}
      maxCharacters={1000}
      value={answer}
      onChange={(event) =>
        set({ findingAnswers: [...others, { code, answer: event.target.value }] })
      }
    />
  )
}
