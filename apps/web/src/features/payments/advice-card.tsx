import type { Advice } from '@howcanwe/shared/payments'
import { useTranslation } from 'react-i18next'
import './payments.scss'

/** Before somebody says yes to pay: what may count and what does not, and who gives advice. It asks nothing (CD4). */
export function AdviceCard({ advice }: { advice: readonly Advice[] }) {
  const { t, i18n } = useTranslation('payments')
  const ours = advice.find((one) => one.language === i18n.language) ?? advice[0]
  return (
    <section className="hcw-advice" aria-labelledby="advice">
      <h2 id="advice" className="govuk-heading-m">
        {t('advice.title')}
      </h2>
      <p className="govuk-body">
        {t('advice.earnings')} {t('advice.expenses')}
      </p>
      {ours ? (
        <>
          <p className="govuk-body">{t('advice.nothingAsked')}</p>
          <Whom advice={ours} />
        </>
      ) : (
        <p className="govuk-body">{t('advice.none')}</p>
      )}
    </section>
  )
}

function Whom({ advice: { language, words, link, phone } }: { advice: Advice }) {
  const { t } = useTranslation('payments')
  return (
    <p className="govuk-body">
      <span lang={language}>{words}</span>
      {link ? (
        <>
          {' '}
          <a className="govuk-link" href={link} rel="noreferrer">
            {t('advice.link')}
          </a>
          .
        </>
      ) : null}
      {phone ? ` ${t('advice.phone', { phone: phone.replaceAll(' ', '\u00a0') })}.` : null}
    </p>
  )
}
