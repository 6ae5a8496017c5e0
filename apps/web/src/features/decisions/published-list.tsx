import type { PublishedDecision } from '@howcanwe/shared/decisions'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Tag } from '../../ui/index.ts'
import { BodyWords } from './body-words.tsx'
import { Wording } from './wording.tsx'

/** Decisions as everybody reads them: what, the result, and counts that give nobody away. */
export function PublishedList({ items }: { items: readonly PublishedDecision[] }) {
  return (
    <ul className="hcw-decisions">
      {items.map((item) => (
        <li key={item.id}>
          <One item={item} />
        </li>
      ))}
    </ul>
  )
}

function One({ item }: { item: PublishedDecision }) {
  const { t } = useTranslation('decisions')
  const { day } = useFormats()
  return (
    <article aria-labelledby={`decision-${item.id}`}>
      <h2 id={`decision-${item.id}`} className="govuk-heading-m">
        {t('number', { number: item.number })}{' '}
        <Tag tone={item.result === 'consented' ? 'pine' : 'plain'}>{t(`state.${item.state}`)}</Tag>
      </h2>
      <Wording of={item.wording} />
      {item.result && item.state !== 'open' ? (
        <>
          <p className="govuk-body">
            <strong>{t(`result.${item.result}`)}.</strong>
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {item.blocs.map((one) => (
              <li key={one.bloc}>
                {one.shown === 'figures'
                  ? t('published.figures', { ...one, bloc: t(`blocs.${one.bloc}`) })
                  : t(
                      one.moreThanHalf === null
                        ? 'published.few'
                        : one.moreThanHalf
                          ? 'published.more'
                          : 'published.less',
                      { bloc: t(`blocs.${one.bloc}`) },
                    )}
              </li>
            ))}
          </ul>
          {item.support ? (
            <p className="govuk-body">
              {t('published.support', {
                percent: Math.round((100 * item.support.num) / item.support.den),
              })}
            </p>
          ) : (
            <p className="govuk-body hcw-soft">{t('published.small')}</p>
          )}
        </>
      ) : null}
      {item.objections.map((one) => (
        <div key={`${one.version} ${one.text}`} className="hcw-objections__answer">
          <p className="govuk-body">
            <strong>{t(`object.${one.kind}`)}:</strong> {one.text}
          </p>
          <p className="govuk-body">
            <strong>{t('objections.by', { name: one.by })}</strong> {one.answer}
          </p>
        </div>
      ))}
      {item.body ? <BodyWords body={item.body} /> : null}
      {item.review ? (
        <p className="govuk-body">
          {item.review.outcome
            ? t(`review.was-${item.review.outcome}`, { note: item.review.note })
            : t('review.on', { day: day(item.review.on) })}
        </p>
      ) : null}
    </article>
  )
}
