import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Details } from '../../ui/index.ts'
import { NotOurs } from './not-ours.tsx'
import { ownServicesQuery, useNotOurs } from './published.queries.ts'
import { ServiceList } from './service-list.tsx'

/** What open directories say we run; nothing at all where none says anything, or the question fails. */
export function OwnServices({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation('organisations+funding')
  const { data } = useQuery(ownServicesQuery(organisationId))
  const say = useNotOurs(organisationId)
  if (!data || data.items.length === 0) return null
  const not = new Set(data.items.filter((one) => one.notOurs).map((one) => one.service.id))
  return (
    <Details
      summary={
        data.can.say ? t('services.ours', { count: data.items.length }) : t('services.title')
      }
    >
      <ServiceList
        items={data.items.map((one) => one.service)}
        after={({ id, name }) => (
          <NotOurs
            notOurs={not.has(id)}
            maySay={data.can.say}
            about={name}
            onSay={(ours) => say.service(id, ours)}
          />
        )}
      />
      <p className="govuk-body">{t(data.can.say ? 'services.wrong' : 'theirs.services')}</p>
    </Details>
  )
}
