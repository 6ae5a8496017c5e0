import type { Support, SupportRoom } from '@howcanwe/shared/support-exchange'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { OurAsk } from '../../features/support-exchange/our-asks.tsx'
import { Press } from '../../features/support-exchange/press.tsx'
import { roomQuery, useSupport } from '../../features/support-exchange/support-exchange.queries.ts'
import { SupportForm } from '../../features/support-exchange/support-form.tsx'
import { ToUs } from '../../features/support-exchange/to-us.tsx'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Details, EmptyState, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { OwnOrganisation } from '../own-organisation.tsx'
import { useRoles } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'
import { TakeAlong } from '../take-along.tsx'

/** Who needs and who lends what: cover, a room, payroll, a policy to copy (OR5). */
export function SupportPage() {
  const { t } = useTranslation('support-exchange')
  const isBroker = useRoles().includes('broker')
  return (
    <SignedIn>
      <OwnOrganisation
        page={further.support}
        title={t('title')}
        otherwise={
          isBroker
            ? (place) => (
                <>
                  <Room placeId={place.id} />
                  <TakeAlong list="support" about={place.id} />
                </>
              )
            : undefined
        }
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
  /** For which of one's own; left out for a broker. */
  organisationId?: string
  hats?: ReactNode
}

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
            {organisationId ? <Ours organisationId={organisationId} room={shown} /> : null}
            <Others heading={t('asks')} empty={t('noAsks')} list={shown.asks} />
            <Others heading={t('offers')} empty={t('noOffers')} list={shown.offers} />
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

function Others(props: { heading: string; empty: string; list: readonly Support[] }) {
  const { t } = useTranslation('support-exchange')
  const { date } = useFormats()
  const list = props.list.filter((one) => one.state === 'open' && !one.ours)
  return (
    <section>
      <h2 className="govuk-heading-m">{props.heading}</h2>
      {list.length === 0 ? (
        <EmptyState>{props.empty}</EmptyState>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {list.map((one) => (
            <li key={one.id}>
              <strong>{one.organisation.name}</strong>: {one.what}
              <span className="hcw-line hcw-soft">
                {t('line', { kind: t(`kinds.${one.kind}`), day: date(one.until) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
