import { CHECKS, type Charter, RIGHTS } from '@howcanwe/shared/charters'
import { useTranslation } from 'react-i18next'
import './charters.scss'

const POWER = ['decides', 'shapes', 'fixed', 'answersBy'] as const
const WORK = ['rules', 'meeting', 'expect'] as const

/** A charter to read: how much say, how the group works, four checks, and what everybody may count on. */
export function CharterText({ text }: { text: Charter['text'] }) {
  const { t } = useTranslation('charters')
  return (
    <>
      <p className="govuk-body">{t(`rung.${text.rung}`)}</p>
      <Said title={t('power')} names={POWER} text={text} />
      <Said title={t('work')} names={WORK} text={text} />
      <Said title={t('checks')} names={CHECKS} text={text} />
    </>
  )
}

interface SaidProps {
  title: string
  names: readonly (keyof Charter['text'])[]
  text: Charter['text']
}

function Said({ title, names, text }: SaidProps) {
  const { t } = useTranslation('charters')
  return (
    <section>
      <h3 className="govuk-heading-s">{title}</h3>
      <dl className="hcw-charter">
        {names.map((name) => (
          <div key={name}>
            <dt>{t(`parts.${name}`)}</dt>
            <dd>{text[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What every group has by right, whatever else it agrees (§4.2). */
export function Rights() {
  const { t } = useTranslation('charters')
  return (
    <section aria-labelledby="rights">
      <h2 id="rights" className="govuk-heading-m">
        {t('rights.title')}
      </h2>
      <dl className="hcw-rights">
        {RIGHTS.map((right) => (
          <div key={right}>
            <dt>{t(`rights.${right}`)}</dt>
            <dd>{t(`rights.${right}Text`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
