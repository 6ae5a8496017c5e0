import type { Capacity, Organisation } from '@howcanwe/shared/organisations'
import type { Place } from '@howcanwe/shared/places'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChangeForm } from '../../features/organisations/change-form.tsx'
import {
  OrganisationState,
  OrganisationView,
} from '../../features/organisations/organisation-view.tsx'
import {
  capacityQuery,
  organisationQuery,
} from '../../features/organisations/organisations.queries.ts'
import { OrganisationMark } from '../../features/organisations/sector.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { Button, Columns, Link, Notice, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { further } from '../further-paths.ts'
import { OwnOrganisation } from '../own-organisation.tsx'
import { paths } from '../paths.ts'
import { useRoles } from '../place.ts'
import { PublishedOf } from '../published-of.tsx'
import { Redirect } from '../redirect.tsx'
import { SignedIn } from '../signed-in.tsx'

/** Our organisation; a broker without one is led to those of the place. */
export function OrganisationPage() {
  const { t } = useTranslation('organisations')
  const isBroker = useRoles().includes('broker')
  return (
    <SignedIn>
      <OwnOrganisation
        page={paths.organisation}
        title={t('page.title')}
        otherwise={isBroker ? () => <Redirect to={paths.organisationsDesk()} /> : undefined}
      >
        {(own, place, hats) => (
          <Ours key={own.id} organisationId={own.id} place={place} hats={hats} />
        )}
      </OwnOrganisation>
    </SignedIn>
  )
}

function Ours(props: { organisationId: string; place: Place; hats: ReactNode }) {
  const organisation = useQuery(organisationQuery(props.organisationId))
  const capacity = useQuery(capacityQuery(props.organisationId))
  return (
    <Loaded query={organisation} lines={8}>
      {(one) => (
        <Loaded query={capacity} lines={8}>
          {(has) => <Shown {...props} organisation={one} capacity={has} />}
        </Loaded>
      )}
    </Loaded>
  )
}

/** Rest and hours, what works with us, and what others lend. */
function Doors({ id: o }: { id: string }) {
  const { t } = useTranslation('organisations')
  return (
    <ul className="govuk-list">
      <li>
        <Link to={further.fitting({}, { o })}>{t('page.toFitting')}</Link>
      </li>
      <li>
        <Link to={further.hours({}, { o })}>{t('page.toHours')}</Link>
      </li>
      <li>
        <Link to={further.ourPractices({}, { o })}>{t('page.toPractices')}</Link>
      </li>
      <li>
        <Link to={further.support()}>{t('page.toSupport')}</Link>
      </li>
      <li>
        <Link to={further.mapEntry({}, { o })}>{t('page.toMap')}</Link>
      </li>
      <li>
        <Link to={further.introductions()}>{t('page.toIntroductions')}</Link>
      </li>
      <li>
        <Link to={further.agreements()}>{t('page.toAgreements')}</Link>
      </li>
    </ul>
  )
}

function Shown({
  organisation,
  capacity,
  place,
  hats,
}: {
  organisation: Organisation
  capacity: Capacity
  place: Place
  hats: ReactNode
}) {
  const { t } = useTranslation('organisations')
  const [step, setStep] = useState<'reading' | 'changing' | 'saved'>('reading')
  const aside = (
    <SideNote title={t('register.help')}>
      <Contact contact={place.contact} />
    </SideNote>
  )
  return (
    <>
      <PageHeading
        title={organisation.name}
        caption={
          <span className="hcw-beside">
            <OrganisationMark sector={organisation.sector} />
            <span>{t(`kinds.${organisation.kind}`)}</span>
          </span>
        }
      />
      {hats}
      <Columns aside={aside} asideLabel={t('register.help')}>
        {step === 'saved' ? <Notice kind="success" heading={t('page.saved')} focus /> : null}
        <OrganisationState
          organisation={organisation}
          refreshAt={paths.refreshCapacity({ organisationId: organisation.id })}
        />
        <OrganisationView
          organisation={organisation}
          capacity={capacity}
          sayAt={paths.capacity({}, { o: organisation.id })}
        />
        <PublishedOf organisationId={organisation.id} />
        <Doors id={organisation.id} />
        {organisation.can.change && step !== 'changing' ? (
          <Button kind="secondary" onClick={() => setStep('changing')}>
            {t('page.change')}
          </Button>
        ) : null}
        {step === 'changing' ? (
          <section>
            <h2 className="govuk-heading-m">{t('page.changeTitle')}</h2>
            <ChangeForm
              organisation={organisation}
              place={place}
              onSaved={() => setStep('saved')}
              onCancel={() => setStep('reading')}
            />
          </section>
        ) : null}
      </Columns>
    </>
  )
}
