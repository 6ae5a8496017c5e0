import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { StartForm } from '../../features/challenges/start-form.tsx'
import { Columns, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'

const TO_HAND = ['people', 'tried', 'money', 'dates'] as const

/** The beginning of a question: one box, and what is good to have at hand. */
export function NewChallengePage() {
  const { t } = useTranslation('challenges')
  const navigate = useNavigate()
  const place = usePlace()
  return (
    <SignedIn roles={['commissioner']}>
      <PageHeading title={t('start.title')} lead={t('start.lead')} />
      {place ? (
        <Columns
          asideLabel={t('help')}
          aside={
            <SideNote title={t('help')}>
              <Contact contact={place.contact} />
            </SideNote>
          }
        >
          <StartForm
            placeId={place.id}
            onStarted={(challengeId) =>
              navigate(paths.editChallenge({ challengeId }), { replace: true })
            }
          />
          <h2 className="govuk-heading-s">{t('start.toHand')}</h2>
          <ul className="govuk-list govuk-list--bullet">
            {TO_HAND.map((one) => (
              <li key={one}>{t(`start.${one}`)}</li>
            ))}
          </ul>
        </Columns>
      ) : null}
    </SignedIn>
  )
}
