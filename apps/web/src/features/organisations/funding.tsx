import { organisationsContract as contract, type Funding } from '@howcanwe/shared/organisations'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { queryFor } from '../../lib/api.ts'
import { useFormats } from '../../lib/format.ts'
import { Details } from '../../ui/index.ts'

/** What funders say they gave; nothing at all where none says anything, or the question fails. */
export function FundingOf({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation('organisations+funding')
  const { data } = useQuery(queryFor(contract.funding, { params: { organisationId } }))
  if (!data || data.items.length === 0) return null
  return (
    <Details summary={t('title', { count: data.items.length })}>
      <ul className="govuk-list govuk-list--spaced">
        {data.items.map((one) => (
          <li key={one.id}>
            <Line one={one} />
          </li>
        ))}
      </ul>
      <p className="govuk-body">{t('never')}</p>
    </Details>
  )
}

function Line({ one }: { one: Funding['items'][number] }) {
  const { t } = useTranslation('organisations+funding')
  const { number } = useFormats()
  const amount = `${one.currency} ${number(one.amountPence / 100)}`
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
