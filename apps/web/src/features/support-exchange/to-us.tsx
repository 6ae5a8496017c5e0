import type { SupportRequest } from '@howcanwe/shared/support-exchange'
import { useTranslation } from 'react-i18next'
import { ButtonGroup } from '../../ui/index.ts'
import { Press } from './press.tsx'
import { Reach } from './reach.tsx'
import { useSupport } from './support-exchange.queries.ts'

/** Somebody asks for what we offer: yes shows both how to reach each other, no is told to nobody. */
export function ToUs({ requests }: { requests: readonly SupportRequest[] }) {
  const { t } = useTranslation('support-exchange')
  if (requests.length === 0) return null
  return (
    <section aria-labelledby="to-us">
      <h2 id="to-us" className="govuk-heading-m">
        {t('toUs.title')}
      </h2>
      <ul className="govuk-list">
        {requests.map((one) => (
          <One key={one.id} one={one} />
        ))}
      </ul>
    </section>
  )
}

function One({ one }: { one: SupportRequest }) {
  const { t } = useTranslation('support-exchange')
  const { answer } = useSupport()
  const { ask, offer, contact, thanks } = one
  const name = ask.organisation.name
  return (
    <li>
      <p className="govuk-body">
        {t('toUs.asks', { name, needs: ask.what })}
        <span className="hcw-line">{t('toUs.offered', { what: offer.what })}</span>
      </p>
      {one.answer === null ? (
        <>
          <ButtonGroup>
            <Press kind="primary" about={name} onPress={() => answer(one.id, 'yes')}>
              {t('toUs.yes')}
            </Press>
            <Press about={name} onPress={() => answer(one.id, 'no')}>
              {t('toUs.no')}
            </Press>
          </ButtonGroup>
          <p className="govuk-hint">{t('toUs.hint')}</p>
        </>
      ) : null}
      {one.answer === 'no' ? <p className="hcw-soft">{t('toUs.saidNo')}</p> : null}
      {contact ? <Reach contact={contact} /> : null}
      {thanks ? <p className="govuk-body">{t('toUs.thanks', { name, thanks })}</p> : null}
    </li>
  )
}
