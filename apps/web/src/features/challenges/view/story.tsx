import type { Challenge } from '@howcanwe/shared/challenges'
import { useTranslation } from 'react-i18next'
import { languageOf } from '../question.ts'
import { Section, Written } from './section.tsx'

type Part = Pick<
  Challenge,
  | 'question'
  | 'whyNow'
  | 'whoIsAffected'
  | 'leastServed'
  | 'outcome'
  | 'outcomeBy'
  | 'prevention'
  | 'organisationBenefit'
  | 'innovation'
  | 'inventReason'
  | 'tried'
  | 'lookedWhere'
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
          {challenge.outcomeBy ? <footer>{challenge.outcomeBy}</footer> : null}
        </blockquote>
        {challenge.prevention ? (
          <p className="govuk-body">
            <strong>{t('page.prevention')}</strong> {t(`page.when.${challenge.prevention}`)}
          </p>
        ) : null}
        {challenge.organisationBenefit ? (
          <p className="govuk-body">
            <strong>{t('page.organisations')}</strong>{' '}
            <span lang={lang}>{challenge.organisationBenefit}</span>
          </p>
        ) : null}
      </Section>
      <Section title={t('part.tried')}>
        <ul className="hcw-tried">
          {challenge.tried.map((one) => (
            <li key={one.what} lang={lang}>
              <strong>{one.what}</strong>
              <span>{one.result}</span>
            </li>
          ))}
          {challenge.lookedWhere ? (
            <li>
              <strong>{t('page.looked')}</strong>
              <span lang={lang}>{challenge.lookedWhere}</span>
            </li>
          ) : null}
        </ul>
        {challenge.innovation ? (
          <p className="govuk-body">
            {t(`page.case.${challenge.innovation}`)}{' '}
            {challenge.innovation === 'invent' ? (
              <span lang={lang}>{challenge.inventReason}</span>
            ) : null}
          </p>
        ) : null}
      </Section>
    </>
  )
}
