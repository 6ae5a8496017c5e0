import type { PublishedDecision, PublishedVersion } from '@howcanwe/shared/decisions'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Details, Tag } from '../../ui/index.ts'
import { BodyWords } from './body-words.tsx'
import { sideWord } from './result-bars.tsx'
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
  const [last, ...before] = item.versions
  if (!last) return null
  return (
    <article aria-labelledby={`decision-${item.id}`}>
      <h2 id={`decision-${item.id}`} className="govuk-heading-m">
        {t('number', { number: item.number })}{' '}
        <Tag tone={last.result === 'consented' ? 'pine' : 'plain'}>{t(`state.${item.state}`)}</Tag>
      </h2>
      <Version item={item} version={last} />
      {item.body ? <BodyWords body={item.body} /> : null}
      {item.review ? (
        <p className="govuk-body">
          {item.review.outcome
            ? t(`review.was-${item.review.outcome}`, { note: item.review.note })
            : t('review.on', { day: day(item.review.on) })}
        </p>
      ) : null}
      {before.map((version) => (
        <Details key={version.number} summary={t('before', { number: version.number })}>
          <Version item={item} version={version} />
        </Details>
      ))}
    </article>
  )
}

/** One version: what was asked, what came of it and why, and the objections to it that have an answer. */
function Version({ item, version }: { item: PublishedDecision; version: PublishedVersion }) {
  const { t } = useTranslation('decisions')
  const objections = item.objections.filter((one) => one.version === version.number)
  return (
    <>
      <Wording of={version.wording} />
      {version.result ? (
        <>
          <p className="govuk-body">
            <strong>{t(`result.${version.result}`)}.</strong>
          </p>
          <Counts of={version} />
        </>
      ) : null}
      {objections.map((one) => (
        <div key={one.text} className="hcw-objections__answer">
          <p className="govuk-body">
            <strong>{t(`object.${one.kind}`)}:</strong> {one.text}
          </p>
          <p className="govuk-body">
            <strong>{t('objections.by', { name: one.by })}</strong> {one.answer}
          </p>
        </div>
      ))}
    </>
  )
}

/** Each voice, the objections that stood, and the sum where it gives nobody away. */
function Counts({ of }: { of: PublishedVersion }) {
  const { t } = useTranslation('decisions')
  const standing = of.objectionsStanding ?? 0
  return (
    <>
      <ul className="govuk-list govuk-list--bullet">
        {of.blocs.map((one) => (
          <li key={one.bloc}>
            {t(one.shown === 'figures' ? 'published.figures' : `published.${sideWord(one)}`, {
              ...one,
              bloc: t(`blocs.${one.bloc}`),
            })}
          </li>
        ))}
        <li>{t('published.standing', { count: standing })}</li>
      </ul>
      <p className={of.support ? 'govuk-body' : 'govuk-body hcw-soft'}>
        {of.support
          ? t('published.support', {
              percent: Math.round((100 * of.support.num) / of.support.den),
            })
          : t('small')}
      </p>
    </>
  )
}
