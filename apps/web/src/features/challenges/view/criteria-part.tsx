import type { Challenge } from '@howcanwe/shared/challenges'
import { useTranslation } from 'react-i18next'
import { languageOf } from '../question.ts'
import { Section } from './section.tsx'

/** How long a bar is: an SVG, so that it prints and needs no inline style. */
function Bar({ weight }: { weight: number }) {
  return (
    <svg
      className="hcw-weight"
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="hcw-weight__all" width="100" height="8" />
      <rect className="hcw-weight__part" width={weight} height="8" />
    </svg>
  )
}

/** What will be looked for, how heavily each point weighs and what good looks like. The heaviest first. */
export function CriteriaPart({
  challenge,
}: {
  challenge: Pick<Challenge, 'question' | 'criteria' | 'cohortSize' | 'expectedInterests'>
}) {
  const { t } = useTranslation('challenges')
  const lang = languageOf(challenge.question)
  const criteria = challenge.criteria.toSorted((a, b) => b.weight - a.weight)
  return (
    <Section title={t('part.criteria')}>
      <p className="govuk-body">
        {challenge.expectedInterests
          ? t('criteria.odds', {
              places: challenge.cohortSize,
              answers: challenge.expectedInterests,
            })
          : t('criteria.places', { places: challenge.cohortSize })}
      </p>
      <ol className="hcw-criteria">
        {criteria.map((c) => (
          <li key={c.name}>
            <h3 className="hcw-criteria__name">
              <span lang={lang}>{c.name}</span>
              <span className="hcw-criteria__weight">
                {t('criteria.weight', { count: c.weight })}
              </span>
            </h3>
            <Bar weight={c.weight} />
            <p lang={lang}>{c.goodLooksLike}</p>
          </li>
        ))}
      </ol>
      <p className="hcw-soft govuk-body">{t('criteria.frozen')}</p>
    </Section>
  )
}
