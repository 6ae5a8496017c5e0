import type { Support, SupportRoom } from '@howcanwe/shared/support-exchange'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { OpenOnes } from '../../features/support-exchange/open-ones.tsx'
import { OurAsk } from '../../features/support-exchange/our-asks.tsx'
import { Press } from '../../features/support-exchange/press.tsx'
import { roomQuery, useSupport } from '../../features/support-exchange/support-exchange.queries.ts'
import { SupportForm } from '../../features/support-exchange/support-form.tsx'
import { ToUs } from '../../features/support-exchange/to-us.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { Details, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { OwnOrganisation } from '../own-organisation.tsx'
import { useRoles } from '../place.ts'
import { Redirect } from '../redirect.tsx'
import { SignedIn } from '../signed-in.tsx'

/** Who needs and who lends what: cover, a room, payroll, a policy to copy (OR5). A broker without a group reads it on the desk. */
export function SupportPage() {
  const { t } = useTranslation('support-exchange')
  const isBroker = useRoles().includes('broker')
  return (
    <SignedIn>
      <OwnOrganisation
        page={further.support}
        title={t('title')}
        otherwise={isBroker ? () => <Redirect to={further.supportDesk()} /> : undefined}
      >
        {(own, place, hats) => (
          <Room key={own.id} placeId={place.id} organisationId={own.id} hats={hats} />
        )}
      </OwnOrganisation>
    </SignedIn>
  )
}

interface RoomProps {
  placeId: string
  /** For which of one's own. */
  organisationId: string
  hats: ReactNode
}

const isTheirs = ({ ours }: Support): boolean => !ours

function Room({ placeId, organisationId, hats }: RoomProps) {
  const { t } = useTranslation('support-exchange')
  const room = useQuery(roomQuery(placeId))
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      {hats}
      <Loaded query={room} lines={6}>
        {(shown) => (
          <>
            <Ours organisationId={organisationId} room={shown} />
            <OpenOnes heading={t('asks')} empty={t('noAsks')} list={shown.asks.filter(isTheirs)} />
            <OpenOnes
              heading={t('offers')}
              empty={t('noOffers')}
              list={shown.offers.filter(isTheirs)}
            />
          </>
        )}
      </Loaded>
    </>
  )
}

function Ours({ organisationId, room }: { organisationId: string; room: SupportRoom }) {
  const { t } = useTranslation('support-exchange')
  const { takeBack } = useSupport()
  const ours = (list: readonly Support[]) =>
    list.filter((one) => one.organisation.id === organisationId)
  const asks = ours(room.asks)
  const offers = ours(room.offers).filter((one) => one.state === 'open')
  return (
    <>
      <ToUs requests={room.toUs.filter((one) => one.offer.organisation.id === organisationId)} />
      {asks.length > 0 ? (
        <section aria-labelledby="our-asks">
          <h2 id="our-asks" className="govuk-heading-m">
            {t('ourAsks')}
          </h2>
          <ul className="govuk-list">
            {asks.map((ask) => (
              <OurAsk key={ask.id} ask={ask} />
            ))}
          </ul>
        </section>
      ) : null}
      {offers.length > 0 ? (
        <section aria-labelledby="our-offers">
          <h2 id="our-offers" className="govuk-heading-m">
            {t('ourOffers')}
          </h2>
          <ul className="govuk-list">
            {offers.map((offer) => (
              <li key={offer.id}>
                <p className="govuk-body">{offer.what}</p>
                <Press about={offer.what} onPress={() => takeBack('offer', offer.id)}>
                  {t('takeBackOffer')}
                </Press>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Details summary={t('form.ask.open')}>
        <SupportForm as="ask" organisationId={organisationId} />
      </Details>
      <Details summary={t('form.offer.open')}>
        <SupportForm as="offer" organisationId={organisationId} />
      </Details>
    </>
  )
}
