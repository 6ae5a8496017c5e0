import { isEven, type PublishedDecisions } from '@howcanwe/shared/decisions'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/index.ts'

type Fraction = { num: number; den: number }
const percent = ({ num, den }: Fraction) => Math.round((100 * num) / den)

/** Whose proposals came through, by voice (M19–M21), and the rung the body lets the group have. */
export function Influence({ of }: { of: PublishedDecisions }) {
  const { t } = useTranslation('decisions')
  const { voices, parity, reasoned } = of.influence
  const isLower = of.group.experienced !== of.group.declared
  if (voices.every(({ closed }) => closed === 0)) return null
  return (
    <section aria-labelledby="influence">
      <h2 id="influence" className="govuk-heading-m">
        {t('influence.title')}
      </h2>
      {isLower ? (
        <Notice
          kind="warning"
          heading={t('influence.rung', {
            count: of.overrides,
            declared: t(`rung.${of.group.declared}`),
            experienced: t(`rung.${of.group.experienced}`),
          })}
        />
      ) : null}
      <dl className="hcw-influence">
        {voices.map(({ bloc, closed, share }) => (
          <div key={bloc}>
            <dt>{t(`blocs.${bloc}`)}</dt>
            <dd>
              {share ? <strong>{t('influence.share', { percent: percent(share) })}</strong> : null}
              <span>{t('influence.closed', { count: closed })}</span>
            </dd>
          </div>
        ))}
      </dl>
      {parity ? (
        <p className="govuk-body">
          {t(isEven(parity) ? 'influence.even' : 'influence.uneven', {
            ratio: (parity.num / parity.den).toFixed(2),
          })}
        </p>
      ) : null}
      {reasoned ? (
        <p className="govuk-body">{t('influence.reasoned', { percent: percent(reasoned) })}</p>
      ) : null}
      <p className="govuk-body hcw-soft">{t('influence.how')}</p>
    </section>
  )
}
