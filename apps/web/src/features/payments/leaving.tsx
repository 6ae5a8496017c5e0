import type { LeavingPay } from '@howcanwe/shared/payments'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Details, Facts, Notice } from '../../ui/index.ts'
import { type LeavingDoor, useLeavingPay, useSayLeaving } from './leaving.queries.ts'
import { LeavingForm } from './leaving-form.tsx'
import './payments.scss'

/** Any time, no reason, paid for what was done (§4.2): what is still owed, and where it goes. */
export function LeavingMoney({ door }: { door: LeavingDoor }) {
  const { t } = useTranslation('payments')
  const { data: pay } = useLeavingPay(door)
  if (!pay) return null
  const owed = pay.involvementPence + pay.expensePence > 0
  if (!owed && !pay.mayCome)
    return <p className="govuk-body">{t(pay.choice ? 'leaving.nothingMore' : 'leaving.nothing')}</p>
  return (
    <section aria-label={t('leaving.title')}>
      <h2 className="govuk-heading-m">{t('leaving.title')}</h2>
      {owed ? <Sums pay={pay} /> : null}
      {pay.mayCome ? <p className="govuk-body">{t('leaving.mayCome')}</p> : null}
      <Where pay={pay} door={door} />
    </section>
  )
}

/** Two sums, never one. */
function Sums({ pay }: { pay: LeavingPay }) {
  const { t } = useTranslation('payments')
  const { money } = useFormats()
  const { involvementPence: time, expensePence: spent } = pay
  return (
    <Facts
      size="s"
      facts={[
        { key: 'time', label: t('kind.involvement'), value: money(time) },
        ...(spent > 0 ? [{ key: 'spent', label: t('kind.expense'), value: money(spent) }] : []),
      ]}
    />
  )
}

/** Where it goes as things stand, and another answer. */
function Where({ pay, door }: { pay: LeavingPay; door: LeavingDoor }) {
  const { t } = useTranslation('payments')
  const { shortDate } = useFormats()
  const say = useSayLeaving(door)
  const [saved, setSaved] = useState(0)
  const { way, choice, reference, charityName } = pay
  const now =
    choice === 'charity' || choice === 'nothing'
      ? t(`leaving.now.${choice}`, { charity: charityName })
      : t(`leaving.now.${way?.way ?? 'cash'}`, { last4: way?.last4 ?? '', reference })
  const form = (
    <LeavingForm
      key={saved}
      pay={pay}
      onSend={(said) => say.mutateAsync(said).then(() => setSaved(saved + 1))}
    />
  )
  return (
    <>
      {saved ? (
        <Notice key={saved} kind="success" heading={t('leaving.saved')} focus>
          <p className="govuk-body">{now}</p>
        </Notice>
      ) : (
        <p className="govuk-body">
          {now} {pay.payBy ? t('leaving.by', { day: shortDate(pay.payBy) }) : ''}
        </p>
      )}
      {way || choice || saved ? <Details summary={t('leaving.change')}>{form}</Details> : form}
    </>
  )
}
