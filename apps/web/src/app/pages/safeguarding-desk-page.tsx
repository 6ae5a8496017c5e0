import { useTranslation } from 'react-i18next'
import { ConcernList, NameLead } from '../../features/concerns/concern-desk.tsx'
import { useConcerns } from '../../features/concerns/concerns.queries.ts'
import { PageHeading } from '../../ui/index.ts'
import { usePlace, useRoles } from '../place.ts'

/** For the safeguarding lead, who reads; and for a steward, who names one and reads nothing. */
export function SafeguardingDeskPage() {
  const { t } = useTranslation('concerns')
  const placeId = usePlace()?.id ?? ''
  const isSteward = useRoles().includes('steward')
  const { data, isError } = useConcerns(placeId)
  return (
    <>
      <PageHeading title={t('desk.title')} lead={t('desk.lead')} />
      {data ? <ConcernList items={data.items} /> : null}
      {isError ? <p className="govuk-body">{t('desk.notYou')}</p> : null}
      {isSteward ? <NameLead placeId={placeId} /> : null}
    </>
  )
}
