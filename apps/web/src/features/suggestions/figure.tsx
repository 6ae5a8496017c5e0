import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export type Share = { num: number; den: number }

export const twoPlaces = (share: Share): number => Math.round((100 * share.num) / share.den) / 100

export type FigureName = 'agenda' | 'reasons' | 'homework' | 'felt' | 'reach' | 'stay' | 'doing'

/** One figure: what it is, what it was counted from, its rule and its goal. */
export function Figure({
  name,
  value,
  met,
  children,
}: {
  name: FigureName
  value: ReactNode
  met?: boolean | undefined
  children?: ReactNode
}) {
  const { t } = useTranslation('suggestions')
  return (
    <section className="hcw-figure" aria-labelledby={`figure-${name}`}>
      <h2 id={`figure-${name}`} className="govuk-heading-s">
        {t(`influence.${name}`)}
      </h2>
      <p className="hcw-figure__value">{value}</p>
      {children ? <p className="govuk-body">{children}</p> : null}
      <p className="hcw-figure__rule">
        {t(`influence.${name}Rule`)} {t('influence.goal', { goal: t(`influence.${name}Goal`) })}
        {met === undefined ? '.' : `: ${t(met ? 'influence.met' : 'influence.unmet')}.`}
      </p>
    </section>
  )
}
