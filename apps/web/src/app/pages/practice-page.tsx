import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { PracticeView } from '../../features/practices/practice-view.tsx'
import { practiceQuery } from '../../features/practices/practices.queries.ts'
import { UsedBy } from '../../features/practices/used-by.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { Link, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'

/** One practice card (OR4). */
export function PracticePage() {
  const { cardId = '' } = useParams()
  const { t } = useTranslation('practices')
  return (
    <Loaded query={useQuery(practiceQuery(cardId))} lines={6}>
      {(card) => (
        <>
          <PageHeading title={card.title} caption={card.organisation.name} />
          <PracticeView card={card} />
          {card.listedAt ? <UsedBy card={card} /> : null}
          <p className="govuk-body">
            <Link to={further.practices()}>{t('toAll')}</Link>
          </p>
        </>
      )}
    </Loaded>
  )
}
