import { type Slip, typedContract } from '@howcanwe/shared/cases'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SlipCard } from '../../features/cases/slip-card.tsx'
import { useTypedSent } from '../../features/cases/typed.queries.ts'
import { TypedFields, useTyped } from '../../features/cases/typed-fields.tsx'
import { RegisterForm } from '../../features/organisations/register-form.tsx'
import { queryFor, useCall } from '../../lib/api.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { useSession } from '../../lib/session.ts'
import { Button, Link, Loading, Notice, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { usePlace } from '../place.ts'
import { TypingCapacity } from '../typing-capacity.tsx'
import { TypingDesk } from '../typing-desk.tsx'

/** A group goes on the list while somebody of it is on the telephone (PE3, J-05). */
export function TypeOrganisationPage() {
  return (
    <TypingDesk>
      <TypeOrganisation />
    </TypingDesk>
  )
}

function TypeOrganisation() {
  const { t } = useTranslation('typed')
  const place = usePlace()
  const { me } = useSession()
  const call = useCall()
  const typing = useTyped()
  const isSent = useTypedSent()
  const [done, setDone] = useState<DoneProps | null>(null)
  if (!place || !me) return <Loading />
  if (done) return <Done {...done} />
  return (
    <>
      <PageHeading title={t('organisation.title')} lead={t('organisation.lead')} />
      <p className="govuk-body">
        <Link to={further.paperOrganisation()}>{t('start.newPaper')}</Link>
      </p>
      <RegisterForm
        place={place}
        me={me}
        onDone={() => undefined}
        typing={{
          extra: <TypedFields of={typing} />,
          send: async (organisation) => {
            const typed = typing.take()
            if (!typed) return
            const made = await call(typedContract.organisation, { body: { organisation, typed } })
            isSent()
            setDone({ ...made, whoAsked: typed.whoAsked })
          },
        }}
      />
    </>
  )
}

interface DoneProps {
  organisationId: string
  slip: Slip
  told: 'sent' | 'slip'
  whoAsked: string
}

/** The slip stays on the page, as its code is shown this once, while the second part of the paper is typed below it. */
function Done({ organisationId, slip, told, whoAsked }: DoneProps) {
  const { t } = useTranslation('typed')
  const place = usePlace()
  const [goesOn, setGoesOn] = useState(false)
  const mayDo = useQuery({
    ...queryFor(typedContract.about, { params: { organisationId } }),
    enabled: goesOn,
  })
  return (
    <>
      <PageHeading title={t('organisation.done', { name: slip.organisation })} />
      <Notice kind="success" heading={t(`told.${told}`)} />
      <SlipCard
        slip={slip}
        ring={[place?.contact?.name, place?.contact?.phone].filter(Boolean).join(', ')}
      />
      <section className="hcw-no-paper" aria-labelledby="capacity">
        <h2 className="govuk-heading-m" id="capacity">
          {t('organisation.nextTitle')}
        </h2>
        {goesOn && place ? (
          <Loaded query={mayDo} lines={8}>
            {({ can }) => <TypingCapacity {...{ organisationId, place, whoAsked, can }} />}
          </Loaded>
        ) : (
          <>
            <p className="govuk-body">{t('organisation.nextText')}</p>
            <Button kind="secondary" onClick={() => setGoesOn(true)}>
              {t('start.capacityGo')}
            </Button>
          </>
        )}
      </section>
      <p className="govuk-body">
        <Link to={further.typeFor({}, { o: organisationId })}>{t('start.back')}</Link>
      </p>
    </>
  )
}
