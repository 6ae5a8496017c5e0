import type { Challenge } from '@howcanwe/shared/challenges'
import { FLEX } from '@howcanwe/shared/challenges'
import { useTranslation } from 'react-i18next'
import { languageOf } from '../question.ts'
import { Section } from './section.tsx'

/** What is not up for discussion, what can bend, what nobody knows yet, and what must not be put at risk. */
export function Limits({
  challenge,
}: {
  challenge: Pick<Challenge, 'question' | 'constraints' | 'notAtRisk'>
}) {
  const { t } = useTranslation('challenges')
  const lang = languageOf(challenge.question)
  const groups = FLEX.map((flex) => ({
    flex,
    list: challenge.constraints.filter((c) => c.flex === flex),
  })).filter(({ list }) => list.length > 0)
  return (
    <Section title={t('part.limits')}>
      <div className="hcw-limits">
        {groups.map(({ flex, list }) => (
          <div key={flex} className={`hcw-limits__kind hcw-limits__kind--${flex}`}>
            <h3 className="govuk-heading-s">{t(`flex.${flex}`)}</h3>
            <ul>
              {list.map((c) => (
                <li key={c.what}>
                  <span className="hcw-soft">{t(`constraint.${c.kind}`)}</span>
                  <span lang={lang}>{c.what}</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
        <div className="hcw-limits__kind hcw-limits__kind--risk">
          <h3 className="govuk-heading-s">{t('part.notAtRisk')}</h3>
          <p className="govuk-body" lang={lang}>
            {challenge.notAtRisk}
          </p>
        </div>
      </div>
    </Section>
  )
}
