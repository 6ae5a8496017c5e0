import type { Funding } from '@howcanwe/shared/organisations'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Details } from '../../ui/index.ts'
import { NotOurs } from './not-ours.tsx'
import { fundingQuery, useNotOurs } from './published.queries.ts'

/** What funders say they gave; nothing at all where none says anything, or the question fails. */
export function FundingOf({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation('organisations+funding')
  const { data } = useQuery(fundingQuery(organisationId))
  const say = useNotOurs(organisationId)
  if (!data || data.items.length === 0) return null
  return (
    <Details summary={t(data.can.say ? 'title' : 'theirs.title', { count: data.items.length })}>
      <ul className="govuk-list govuk-list--spaced">
        {data.items.map((one) => (
          <li key={one.id}>
            <p className="govuk-body">
              <Line one={one} />
            </p>
            <NotOurs
              notOurs={one.notOurs}
              maySay={data.can.say}
              about={one.title || one.funder}
              onSay={(ours) => say.grant(one.id, ours)}
            />
          </li>
        ))}
      </ul>
      <p className="govuk-body">{t(data.can.say ? 'never' : 'theirs.never')}</p>
    </Details>
  )
}

/** In the money it was given in, whole; a code that no list knows is shown as it stands. */
function amountIn(language: string, { currency, amountPence }: Funding['items'][number]): string {
  const whole = amountPence / 100
  if (!/^[A-Z]{3}$/.test(currency)) return `${currency} ${whole}`
  const style = { style: 'currency', currency, maximumFractionDigits: 0 } as const
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, style).format(whole)
}

function Line({ one }: { one: Funding['items'][number] }) {
  const { t, i18n } = useTranslation('organisations+funding')
  const amount = amountIn(i18n.language, one)
  const year = one.awardedOn.slice(0, 4)
  return (
    <>
      {t('line', { funder: one.funder, amount, year, says: one.says })}
      {one.title ? <span className="hcw-line">{one.title}</span> : null}
      {one.licence ? (
        <span className="hcw-line">{t('licence', { licence: one.licence })}</span>
      ) : null}
    </>
  )
}
