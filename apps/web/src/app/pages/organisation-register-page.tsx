import type { Organisation } from '@howcanwe/shared/organisations'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useOwnOrganisations } from '../../features/organisations/organisations.queries.ts'
import { RegisterForm } from '../../features/organisations/register-form.tsx'
import { useFormats } from '../../lib/format.ts'
import { useSession } from '../../lib/session.ts'
import {
  ButtonGroup,
  ButtonLink,
  Columns,
  Link,
  Notice,
  PageHeading,
  SideNote,
} from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { further } from '../further-paths.ts'
import { paths, safeNext } from '../paths.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'

/** Six answers and a tick, with somebody to ring beside them (J-01). */
export function OrganisationRegisterPage() {
  return (
    <SignedIn>
      <Register />
    </SignedIn>
  )
}

function Register() {
  const { t } = useTranslation('organisations')
  const formats = useFormats()
  const { me } = useSession()
  const place = usePlace()
  const own = useOwnOrganisations(place?.id)
  const [done, setDone] = useState<Organisation | null>(null)
  if (done) return <Registered organisation={done} />
  if (!me || !place) return null
  const aside = (
    <>
      <SideNote title={t('register.help')}>
        <p>{t('register.helpText')}</p>
        <Contact contact={place.contact} />
        <p>
          <Link to={further.paperOrganisation()}>{t('register.paper')}</Link>
        </p>
      </SideNote>
      <SideNote title={t('register.afterTitle')}>
        <p>{t('register.after')}</p>
      </SideNote>
    </>
  )
  return (
    <>
      <PageHeading title={t('register.title')} lead={t('register.lead')} />
      <Columns aside={aside} asideLabel={t('register.help')}>
        {own.length > 0 ? (
          <p className="govuk-body">
            {t('register.another', { names: formats.list(own.map((o) => o.name)) })}
          </p>
        ) : null}
        <RegisterForm place={place} me={me} onDone={setDone} />
      </Columns>
    </>
  )
}

/** What was done, and the one thing that would help most next. */
function Registered({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('organisations')
  const [search] = useSearchParams()
  const next = search.has('next') ? safeNext(search.get('next')) : null
  const email = organisation.contact?.email
  return (
    <>
      <PageHeading title={t('register.done', { name: organisation.name })} />
      <Notice kind="success" heading={t('register.doneText')}>
        {email ? <p className="govuk-body">{t('register.doneLetter', { email })}</p> : null}
      </Notice>
      {next ? <ButtonLink to={next}>{t('register.goOn')}</ButtonLink> : null}
      <h2 className="govuk-heading-m">{t('register.doneNext')}</h2>
      <p className="govuk-body">{t('register.doneNextText')}</p>
      <ButtonGroup>
        <ButtonLink kind={next ? 'secondary' : 'primary'} to={paths.capacity()}>
          {t('register.toCapacity')}
        </ButtonLink>
        <Link to={paths.challenges()}>{t('register.toChallenges')}</Link>
      </ButtonGroup>
    </>
  )
}
