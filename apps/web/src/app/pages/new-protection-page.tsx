import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { carriedIn } from '../../features/protections/carried.ts'
import { StartForm } from '../../features/protections/start-form.tsx'
import { Columns, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'

const TO_HAND = ['known', 'looked', 'money'] as const

/** The beginning of a decision to keep something (J-03): its name, and what is good to have at hand. */
export function NewProtectionPage() {
  const { t } = useTranslation('protections')
  const navigate = useNavigate()
  const { state } = useLocation()
  const place = usePlace()
  return (
    <SignedIn roles={['commissioner']}>
      <PageHeading title={t('start.title')} lead={t('start.lead')} />
      {place ? (
        <Columns
          asideLabel={place.contact.name}
          aside={
            <SideNote title={place.contact.name}>
              <Contact contact={place.contact} />
            </SideNote>
          }
        >
          <StartForm
            placeId={place.id}
            carried={carriedIn(state)}
            onStarted={(protectionId) =>
              navigate(paths.editProtection({ protectionId }), { replace: true })
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
