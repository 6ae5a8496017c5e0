import type { Cohort } from '@howcanwe/shared/cohorts'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { useCohort } from './cohorts.queries.ts'
import { HowAnswered } from './how-answered.tsx'
import { OrganisationSector } from './sector.tsx'

/**
 * What became of a challenge, for its public page: who works on it now and how they were chosen, or why nobody was.
 * Draws nothing while there is no choice. Needs the catalogue `cohorts`.
 */
export function WhatHappened({ challengeId }: { challengeId: string }) {
  const { t } = useTranslation('cohorts')
  const { data: cohort } = useCohort(challengeId)
  if (!cohort) return null
  return (
    <section className="hcw-part">
      <h2 className="hcw-part__title">{t('happened.title')}</h2>
      {cohort.organisations.length > 0 ? <Members cohort={cohort} /> : <Nobody cohort={cohort} />}
      <Said title={t('happened.how')} text={cohort.statement} />
      {cohort.reservedPlacesReason ? (
        <Said title={t('happened.search')} text={cohort.reservedPlacesReason} />
      ) : null}
      <HowAnswered answers={cohort.answers} />
    </section>
  )
}

function Members({ cohort }: { cohort: Cohort }) {
  const { t } = useTranslation('cohorts')
  const { date } = useFormats()
  return (
    <>
      <p className="govuk-body">
        {t('happened.chosen', {
          count: cohort.interested,
          chosen: cohort.organisations.length,
          on: date(cohort.formedAt),
        })}
      </p>
      <ul className="govuk-list govuk-list--spaced">
        {cohort.organisations.map((one) => (
          <li key={one.id}>
            <strong>{[one.name, ...one.together].join(' + ')}</strong>
            <br />
            <OrganisationSector sector={one.sector} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Nobody({ cohort }: { cohort: Cohort }) {
  const { t } = useTranslation('cohorts')
  const { date } = useFormats()
  return (
    <p className="govuk-body">
      {t('happened.nobody', { count: cohort.interested, on: date(cohort.formedAt) })}
    </p>
  )
}

function Said({ title, text }: { title: string; text: string }) {
  return (
    <>
      <h3 className="govuk-heading-s">{title}</h3>
      {text.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph} className="govuk-body">
          {paragraph}
        </p>
      ))}
    </>
  )
}
