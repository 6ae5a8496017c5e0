import { type PlaceWeights, WEIGHT_RANGES } from '@howcanwe/shared/matching'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Details, Table } from '../../ui/index.ts'

type Change = PlaceWeights['history'][number]

/** What counts in a place for whom a broker is shown, since when, how far it may move, and every change. */
export function PlaceWeightsShown({ found }: { found: PlaceWeights }) {
  const { t } = useTranslation(['match-weights', 'matching'])
  const { day } = useFormats()
  return (
    <>
      <Table
        caption={t('here.counts')}
        columns={[
          {
            key: 'part',
            heading: t('matching:arithmetic.part'),
            cell: ({ part }) => (
              <>
                {t(`matching:parts.${part}`)}
                <span className="hcw-line hcw-soft">{t(`here.what.${part}`)}</span>
              </>
            ),
          },
          {
            key: 'weight',
            heading: t('here.of100'),
            cell: ({ weight }) => weight,
            numeric: true,
          },
        ]}
        rows={found.weights}
        rowKey={({ part }) => part}
      />
      <p className="govuk-body">
        {found.since ? t('here.since', { day: day(found.since) }) : t('here.never')}
      </p>
      <p className="govuk-body">{t('here.open')}</p>
      <p className="govuk-body">{t('matching:how.unknown')}</p>
      <p className="govuk-body">
        <strong>{t('matching:how.never')}</strong>
      </p>
      <Details summary={t('here.bounds')}>
        <p className="govuk-body">{t('here.boundsWhy')}</p>
        <ul className="govuk-list govuk-list--bullet">
          {found.weights.map(({ part }) => (
            <li key={part}>
              {t('here.bound', { part: t(`matching:parts.${part}`), ...WEIGHT_RANGES[part] })}
            </li>
          ))}
        </ul>
      </Details>
      <Details summary={t('here.draw.title')}>
        <p className="govuk-body">{t('here.draw.text')}</p>
        <p className="govuk-body">{t('here.draw.repeat')}</p>
      </Details>
      <History changes={found.history} />
    </>
  )
}

/** Every change, the newest first, with its reason. */
function History({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation(['match-weights', 'matching'])
  const { day } = useFormats()
  if (changes.length === 0) return null
  return (
    <section aria-labelledby="weights-history">
      <h2 className="govuk-heading-m" id="weights-history">
        {t('here.history')}
      </h2>
      <ol className="govuk-list" reversed>
        {changes.map(({ since, reason, weights }) => (
          <li key={since.toISOString()}>
            <h3 className="govuk-heading-s">{day(since)}</h3>
            <p className="govuk-body">{reason}</p>
            <p className="govuk-body">
              {weights
                .map(({ part, weight }) =>
                  t('here.one', { part: t(`matching:parts.${part}`), weight }),
                )
                .join(' · ')}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
