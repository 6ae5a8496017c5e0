import { Suspense, use } from 'react'
import { useTranslation } from 'react-i18next'
import { useMyAgreements, useParties } from '../features/agreements/agreements.queries.ts'
import { wordsFor } from '../lib/i18n.ts'
import { useActing, useSession } from '../lib/session.ts'
import { Link } from '../ui/index.ts'
import { further } from './further-paths.ts'

export interface AgreementDoorProps {
  /** Out of what: an introduction both said yes to, an answer together, or the team of a challenge. */
  from: 'introduction' | 'joint-interest' | 'cohort'
  fromId: string
  organisationId: string
  /** With whom, where it is one. */
  other?: string
}

/**
 * The way to one page of what is agreed: the one that was begun from here, or a new one with its parties filled in.
 * Nothing where there is nobody to agree with, and for whoever acts for somebody: agreements are not lent.
 */
export function AgreementDoor(props: AgreementDoorProps) {
  const { i18n } = useTranslation()
  if (useActing()) return null
  return (
    <Suspense>
      <Door {...props} words={wordsFor(i18n, ['agreements'])} />
    </Suspense>
  )
}

/** The same for a team, for each organisation of the reader's that is in it or asked for it. */
export function TeamDoor({ challengeId, placeId }: { challengeId: string; placeId: string }) {
  const { me } = useSession()
  const own = me?.organisations.filter((one) => one.placeId === placeId) ?? []
  return own.map(({ id }) => (
    <AgreementDoor key={id} from="cohort" fromId={challengeId} organisationId={id} />
  ))
}

type DoorProps = AgreementDoorProps & { words: ReturnType<typeof wordsFor> }

function Door({ from, fromId, organisationId, other = '', words }: DoorProps) {
  use(words)
  const { t } = useTranslation('agreements')
  const agreements = useMyAgreements(true).data?.items
  const parties = useParties({ from, fromId, organisationId }).data?.items ?? []
  const begun = agreements?.filter(
    (one) =>
      one.source === from &&
      one.sourceId === fromId &&
      one.state !== 'ended' &&
      one.parties.some((party) => party.organisation.id === organisationId),
  )
  if (!begun || (begun.length === 0 && parties.length === 0)) return null
  const labels = { introduction: 'introduction', 'joint-interest': 'together', cohort: 'team' }
  return (
    <>
      {begun.map(({ id, title }) => (
        <p key={id} className="govuk-body">
          <Link className="govuk-link" to={further.agreement({ agreementId: id })}>
            {t('begin.open', { title })}
          </Link>
        </p>
      ))}
      {begun.length === 0 ? (
        <p className="govuk-body">
          <Link
            className="govuk-link"
            to={further.beginAgreement({}, { from, id: fromId, o: organisationId })}
          >
            {t(`begin.${labels[from]}`, { other })}
          </Link>
        </p>
      ) : null}
    </>
  )
}
