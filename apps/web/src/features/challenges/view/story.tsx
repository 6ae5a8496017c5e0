import type { Challenge } from '@howcanwe/shared/challenges'
import { useTranslation } from 'react-i18next'
import { languageOf } from '../question.ts'
import { Section, Written } from './section.tsx'

type Part = Pick<
  Challenge,
  'question' | 'whyNow' | 'whoIsAffected' | 'leastServed' | 'outcome' | 'tried'
>

/** Why it is asked, about whom, what would be different, and what was tried before. */
export function Story({ challenge }: { challenge: Part }) {
  const { t } = useTranslation('challenges')
  const lang = languageOf(challenge.question)
  return (
    <>
      <Section title={t('part.why')}>
        <Written lang={lang}>{challenge.whyNow}</Written>
      </Section>
      <Section title={t('part.who')}>
        <Written lang={lang}>{challenge.whoIsAffected}</Written>
        <p className="govuk-body">
          <strong>{t('part.leastServed')}</strong> <span lang={lang}>{challenge.leastServed}</span>
        </p>
      </Section>
      <Section title={t('part.outcome')}>
        <blockquote className="hcw-voice" lang={lang}>
          <p>{challenge.outcome}</p>
        </blockquote>
      </Section>
      <Section title={t('part.tried')}>
        <ul className="hcw-tried">
          {challenge.tried.map((one) => (
            <li key={one.what} lang={lang}>
              <strong>{one.what}</strong>
              <span>{one.result}</span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
