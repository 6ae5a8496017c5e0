import { type Slip, typedContract } from '@howcanwe/shared/cases'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SlipCard } from '../../features/cases/slip-card.tsx'
import { TypedFields, useTyped } from '../../features/cases/typed-fields.tsx'
import { RegisterForm } from '../../features/organisations/register-form.tsx'
import { useCall } from '../../lib/api.ts'
import { useSession } from '../../lib/session.ts'
import { Link, Loading, Notice, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'

/** A group goes on the list while somebody of it is on the telephone (PE3, J-05). */
export function TypeOrganisationPage() {
  return (
    <SignedIn roles={['broker']}>
      <TypeOrganisation />
    </SignedIn>
  )
}

function TypeOrganisation() {
  const { t } = useTranslation('typed')
  const place = usePlace()
  const { me } = useSession()
  const call = useCall()
  const typing = useTyped()
  const [done, setDone] = useState<{ slip: Slip; told: 'sent' | 'slip' } | null>(null)
  if (!place || !me) return <Loading />
  if (done) return <Done {...done} />
  return (
    <>
      <PageHeading title={t('organisation.title')} lead={t('organisation.lead')} />
      <RegisterForm
        place={place}
        me={me}
        onDone={() => undefined}
        typing={{
          extra: <TypedFields of={typing} />,
          send: async (organisation) => {
            const typed = typing.take()
            if (typed)
              setDone(await call(typedContract.organisation, { body: { organisation, typed } }))
          },
        }}
      />
    </>
  )
}

function Done({ slip, told }: { slip: Slip; told: 'sent' | 'slip' }) {
  const { t } = useTranslation('typed')
  const place = usePlace()
  return (
    <>
      <PageHeading title={t('organisation.done', { name: slip.organisation })} />
      <Notice kind="success" heading={t(`told.${told}`)} />
      <SlipCard
        slip={slip}
        ring={[place?.contact?.name, place?.contact?.phone].filter(Boolean).join(', ')}
      />
      <p className="govuk-body">
        <Link to={further.typeFor()}>{t('start.back')}</Link>
      </p>
    </>
  )
}
