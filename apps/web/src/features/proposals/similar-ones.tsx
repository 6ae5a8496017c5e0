import { useTranslation } from 'react-i18next'
import { Link, Tag } from '../../ui/index.ts'
import { useSimilar } from './proposals.queries.ts'

/** Others that may be about the same, while one is typed: standing behind one of them is quicker and counts for more. */
export function SimilarOnes({
  placeId,
  question,
  pageOf,
}: {
  placeId: string
  question: string
  pageOf: (proposalId: string) => string
}) {
  const { t } = useTranslation('proposals')
  const { data } = useSimilar(placeId, question)
  const items = data?.items ?? []
  return (
    <div role="status">
      {items.length > 0 ? (
        <div className="hcw-proposal__beside">
          <p className="govuk-body">
            <strong>{t('similar.title')}</strong>
          </p>
          <ul className="govuk-list">
            {items.map((one) => (
              <li key={one.id}>
                <Link to={pageOf(one.id)} target="_blank" rel="noreferrer">
                  {one.question} {t('similar.newTab')}
                </Link>{' '}
                <Tag tone="quiet">{t(`state.${one.state}`)}</Tag>
              </li>
            ))}
          </ul>
          <p className="govuk-body">{t('similar.text')}</p>
        </div>
      ) : null}
    </div>
  )
}
