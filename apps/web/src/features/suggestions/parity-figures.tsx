import { isReached, type Reach, shownParity } from '@howcanwe/shared/recruitment'
import type { Influence } from '@howcanwe/shared/suggestions'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Figure, twoPlaces } from './figure.tsx'

/** Whether those came up in the draw whom the question affects (M27). */
export function ReachFigure({ reach: { least, hidden } }: { reach: Reach }) {
  const { t } = useTranslation('suggestions')
  const { number } = useFormats()
  if (!least) return <Figure name="reach" value={t('influence.stayFew')} />
  const { parity: _, ...counts } = least
  return (
    <Figure
      name="reach"
      value={t('influence.times', { number: number(shownParity(least)) })}
      met={isReached(least)}
    >
      {t('influence.reachLine', { ...counts })}
      {hidden > 0 ? (
        <span className="hcw-line">{t('influence.reachHidden', { count: hidden })}</span>
      ) : null}
    </Figure>
  )
}

/** Whether people stay, however they take part (M28). */
export function StayFigure({ stay }: { stay: Influence['stay'] }) {
  const { t } = useTranslation('suggestions')
  const { number } = useFormats()
  if (!stay) return <Figure name="stay" value={t('influence.stayFew')} />
  const { way, parity, ...counts } = stay
  const often =
    parity.num === parity.den
      ? t('influence.stayEven')
      : t('influence.stayTimes', { number: number(twoPlaces(parity)) })
  return (
    <Figure name="stay" value={often} met={10 * parity.num >= 9 * parity.den}>
      {t('influence.stayLine', { ...counts, way: t(`influence.ways.${way}`) })}
    </Figure>
  )
}
