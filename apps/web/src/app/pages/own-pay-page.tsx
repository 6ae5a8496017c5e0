import type { OwnPay, PayItem } from '@howcanwe/shared/payments'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { AdviceCard } from '../../features/payments/advice-card.tsx'
import { ClaimBox } from '../../features/payments/claim-form.tsx'
import { OwnHoursBox } from '../../features/payments/own-hours.tsx'
import { OwnItem } from '../../features/payments/own-item.tsx'
import { useOwnActs, useOwnPay } from '../../features/payments/payments.queries.ts'
import { WayBox } from '../../features/payments/way-form.tsx'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { EmptyState, Facts, Link, Notice, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'

/** Pay as whoever takes part sees it: a choice in two taps, and where the money is (CD4, J-19). */
export function OwnPayPage() {
  const { t } = useTranslation('payments')
  const { groupId = '' } = useParams()
  return (
    <>
      <PageHeading title={t('own.title')} lead={t('own.lead')} />
      <Loaded query={useOwnPay(groupId)} lines={8}>
        {(pay) => <Mine pay={pay} groupId={groupId} />}
      </Loaded>
      <p className="govuk-body">
        <Link className="govuk-link" to={further.room({ groupId })}>
          {t('own.back')}
        </Link>
      </p>
    </>
  )
}

const WAITING = ['due', 'failed']
const COMING = ['chosen', 'approved']

function Mine({ pay, groupId }: { pay: OwnPay; groupId: string }) {
  const { t } = useTranslation('payments')
  const acts = useOwnActs(groupId)
  const [chosen, setChosen] = useState<PayItem>()
  const list = (title: string, items: readonly PayItem[]) =>
    items.length === 0 ? null : (
      <section key={title} aria-label={title}>
        <h2 className="govuk-heading-m">{title}</h2>
        <ul className="hcw-pay">
          {items.map((item) => (
            <OwnItem
              key={item.id}
              {...{ item, acts }}
              vouchers={pay.vouchers}
              way={pay.way?.way}
              onChosen={setChosen}
            />
          ))}
        </ul>
      </section>
    )
  const of = (states: readonly string[]) => pay.items.filter((i) => states.includes(i.state))
  const over = pay.items.filter((i) => ![...WAITING, ...COMING].includes(i.state))
  const saved = chosen?.choice === 'nothing' ? 'own.savedNothing' : 'own.saved'
  return (
    <>
      {chosen ? (
        <Notice key={`${chosen.id}-${chosen.choice}`} kind="success" heading={t(saved)} focus />
      ) : null}
      {pay.paid ? <AdviceCard advice={pay.advice} /> : <Notice heading={t('own.notPaid')} />}
      {pay.items.length === 0 && pay.paid ? (
        <section>
          <h2 className="govuk-heading-m">{t('own.owedTitle')}</h2>
          <EmptyState>{t('own.none')}</EmptyState>
        </section>
      ) : null}
      {list(t('own.toChoose'), of(WAITING))}
      {list(t('own.onItsWay'), of(COMING))}
      {pay.paid ? <OwnHoursBox groupId={groupId} /> : null}
      {pay.paid ? <WayBox way={pay.way} acts={acts} /> : null}
      {pay.paid ? <ClaimBox pay={pay} claim={acts.claim} /> : null}
      {list(t('own.over'), over)}
      <Sums items={pay.items} />
    </>
  )
}

/** Two sums, never one: money for time, and money given back. */
function Sums({ items }: { items: readonly PayItem[] }) {
  const { t } = useTranslation('payments')
  const { money } = useFormats()
  const paid = items.filter((i) => i.state === 'paid' || i.state === 'settled')
  if (paid.length === 0) return null
  const sum = (kind: PayItem['kind']) =>
    money(paid.filter((i) => i.kind === kind).reduce((all, i) => all + (i.chosenPence ?? 0), 0))
  return (
    <section aria-label={t('own.sums.title')}>
      <Facts
        size="s"
        facts={[
          { key: 'time', label: t('own.sums.time'), value: sum('involvement') },
          { key: 'spent', label: t('own.sums.spent'), value: sum('expense') },
        ]}
      />
    </section>
  )
}
