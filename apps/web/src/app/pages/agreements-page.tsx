import { useTranslation } from 'react-i18next'
import { useMyAgreements } from '../../features/agreements/agreements.queries.ts'
import { useMyJoints } from '../../features/joint-interests/joint.queries.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { useSession } from '../../lib/session.ts'
import {
  ButtonLink,
  EmptyState,
  NoticeList,
  NoticeListItem,
  PageHeading,
  Tag,
} from '../../ui/index.ts'
import { AgreementDoor } from '../agreement-door.tsx'
import { further } from '../further-paths.ts'
import { SignedIn } from '../signed-in.tsx'

/** Agreements my organisations are part of, and a way to begin one. */
export function AgreementsPage() {
  const { t } = useTranslation('agreements')
  return (
    <SignedIn>
      <PageHeading title={t('list.title')} />
      <p className="govuk-body">{t('list.lead')}</p>
      <List />
      <Begin />
    </SignedIn>
  )
}

function List() {
  const { t } = useTranslation('agreements')
  const { me } = useSession()
  const belongs = (me?.organisations.length ?? 0) > 0
  const query = useMyAgreements(belongs)
  if (!belongs) return <EmptyState>{t('list.none')}</EmptyState>
  return (
    <Loaded query={query} lines={4}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState>{t('list.none')}</EmptyState>
        ) : (
          <NoticeList label={t('list.title')}>
            {items.map((one) => (
              <NoticeListItem
                key={one.id}
                to={further.agreement({ agreementId: one.id })}
                title={one.title}
                caption={
                  <Tag tone={one.reviewDue ? 'caution' : 'plain'}>
                    {t(one.reviewDue ? 'list.due' : `list.${one.state}`)}
                  </Tag>
                }
              >
                <p className="govuk-body">
                  {one.parties.map((p) => p.organisation.name).join(', ')}
                </p>
              </NoticeListItem>
            ))}
          </NoticeList>
        )
      }
    </Loaded>
  )
}

/** From each answer together one is in, and with whom one likes. A team and an introduction have their door themselves. */
function Begin() {
  const { t } = useTranslation('agreements')
  const { me } = useSession()
  const belongs = (me?.organisations.length ?? 0) > 0
  const joints = (useMyJoints(belongs).data?.items ?? []).filter(
    ({ mine }) => mine.state === 'joined',
  )
  if (!belongs) return null
  return (
    <section>
      <h2 className="govuk-heading-m">{t('begin.title')}</h2>
      {joints.length === 0 ? null : (
        <ul className="govuk-list govuk-list--spaced">
          {joints.map((one) => (
            <li key={`${one.id} ${one.mine.organisationId}`}>
              {one.challenge.question}
              <AgreementDoor
                from="joint-interest"
                fromId={one.id}
                organisationId={one.mine.organisationId}
              />
            </li>
          ))}
        </ul>
      )}
      <ButtonLink kind="secondary" to={further.beginAgreement()}>
        {t('begin.other')}
      </ButtonLink>
    </section>
  )
}
