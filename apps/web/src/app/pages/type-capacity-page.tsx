import { typedContract } from '@howcanwe/shared/cases'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { queryFor } from '../../lib/api.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Link, Loading, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { usePlace } from '../place.ts'
import { TypingCapacity } from '../typing-capacity.tsx'
import { TypingDesk } from '../typing-desk.tsx'

/** What an organisation has and can spare, typed while somebody says it, or from the paper that came back (PE3). */
export function TypeCapacityPage() {
  return (
    <TypingDesk>
      <TypeCapacity />
    </TypingDesk>
  )
}

function TypeCapacity() {
  const { t } = useTranslation('typed')
  const { organisationId = '' } = useParams()
  const place = usePlace()
  const query = useQuery(queryFor(typedContract.about, { params: { organisationId } }))
  if (!place) return <Loading />
  return (
    <Loaded query={query} lines={8}>
      {({ name, can }) => (
        <>
          <PageHeading title={t('capacity.title')} caption={name} lead={t('capacity.lead')} />
          <TypingCapacity organisationId={organisationId} place={place} can={can} />
          <p className="govuk-body">
            <Link to={further.typeFor({}, { o: organisationId })}>{t('start.back')}</Link>
          </p>
        </>
      )}
    </Loaded>
  )
}
