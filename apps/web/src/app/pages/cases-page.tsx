import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { CaseList } from '../../features/cases/case-list.tsx'
import { useCases } from '../../features/cases/cases.queries.ts'
import { Figures } from '../../features/cases/figures.tsx'
import { StartCase } from '../../features/cases/start-case.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { Details, EmptyState, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'
import { TakeAlong } from '../take-along.tsx'
import { useBrokersAll } from '../whole-desk.ts'

const linkTo = (caseId: string) => further.case({ caseId })

/** A broker's cases: who is being brought together, and what comes next. For brokers of the place alone. */
export function CasesPage() {
  return (
    <SignedIn roles={['broker']}>
      <Cases />
    </SignedIn>
  )
}

function Cases() {
  const { t } = useTranslation('cases')
  const place = usePlace()
  const navigate = useNavigate()
  const isWhole = useBrokersAll()
  const open = useCases(place?.id, 'open')
  const closed = useCases(place?.id, 'closed')
  return (
    <>
      <PageHeading title={t('list.title')} lead={t('list.lead')} />
      <Loaded query={open} lines={4}>
        {({ items, more }) =>
          items.length === 0 ? (
            <EmptyState>{t('list.none')}</EmptyState>
          ) : (
            <section aria-labelledby="open">
              <h2 className="govuk-heading-m" id="open">
                {t('list.open')}
              </h2>
              <CaseList items={items} linkTo={linkTo} />
              {more ? <p className="govuk-body">{t('list.cut', { count: items.length })}</p> : null}
            </section>
          )
        }
      </Loaded>
      {place ? (
        <Details summary={t('start.title')}>
          <StartCase
            placeId={place.id}
            onlyChallenges={!isWhole}
            onStarted={(caseId) => void navigate(linkTo(caseId))}
          />
        </Details>
      ) : null}
      {closed.data && closed.data.items.length > 0 ? (
        <Details summary={t('list.closed')}>
          <CaseList items={closed.data.items} linkTo={linkTo} />
          {closed.data.more ? (
            <p className="govuk-body">{t('list.cut', { count: closed.data.items.length })}</p>
          ) : null}
        </Details>
      ) : null}
      {place ? <TakeAlong list="cases" about={place.id} /> : null}
      <h2 className="govuk-heading-m">{t('figures.heading')}</h2>
      <p className="govuk-body">{t('figures.lead')}</p>
      <Figures placeId={place?.id} />
      {place ? <TakeAlong list="months" about={place.id} /> : null}
    </>
  )
}
