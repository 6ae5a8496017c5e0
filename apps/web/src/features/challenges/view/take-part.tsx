import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../lib/format.ts'
import { ButtonLink } from '../../../ui/index.ts'
import { Section } from './section.tsx'
import type { Shown } from './shown.ts'

export interface TakePartProps {
  challenge: Shown
  /** Where an organisation answers; left out in the preview. */
  interest?: string | undefined
  /** Groups that residents can join. */
  groups?: ReactNode
}

/** Three doors of equal standing (CD2): people who live here, organisations, and everybody else by telephone. */
export function TakePart({ challenge, interest, groups }: TakePartProps) {
  const { t } = useTranslation('challenges')
  const { minutes } = useFormats()
  const { asker } = challenge
  return (
    <Section id="take-part" title={t('part.takePart')}>
      <div className="hcw-doors">
        <div className="hcw-door">
          <h3 className="govuk-heading-m">{t('takePart.resident.title')}</h3>
          {groups ?? <p className="govuk-body">{t('takePart.resident.text')}</p>}
        </div>
        <div className="hcw-door">
          <h3 className="govuk-heading-m">{t('takePart.organisation.title')}</h3>
          <p className="govuk-body">
            {t('takePart.organisation.text', { time: minutes(challenge.answerMinutes) })}
          </p>
          {interest ? <ButtonLink to={interest}>{t('takePart.organisation.go')}</ButtonLink> : null}
        </div>
        <div className="hcw-door">
          <h3 className="govuk-heading-m">{t('takePart.other.title')}</h3>
          <p className="govuk-body">
            {t('takePart.other.text', { person: asker.person, organisation: asker.organisation })}
          </p>
        </div>
      </div>
    </Section>
  )
}
