import type { PayItem } from '@howcanwe/shared/payments'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Details, Tag } from '../../ui/index.ts'
import { ChoiceForm } from './choice-form.tsx'
import type { useOwnActs } from './payments.queries.ts'
import { SettleForm } from './settle-form.tsx'
import './payments.scss'
import { whyOf } from './who.ts'

export const TONES = {
  due: 'caution',
  chosen: 'plain',
  approved: 'plain',
  paid: 'pine',
  failed: 'error',
  settled: 'quiet',
  declined: 'quiet',
  refused: 'error',
} as const

export interface OwnItemProps {
  item: PayItem
  vouchers: boolean
  /** How this person is paid, in a few words; undefined: not said yet. */
  way: 'bank' | 'cash' | 'post' | undefined
  acts: ReturnType<typeof useOwnActs>
  onChosen: (item: PayItem) => void
}

/** One thing somebody is owed: what for, how much, where the money is, and their choice. */
export function OwnItem(props: OwnItemProps) {
  const { item } = props
  const { t } = useTranslation('payments')
  const { money, shortDate } = useFormats()
  return (
    <li className="hcw-pay__item">
      <Tag tone={TONES[item.state]}>{t(`state.${item.state}`)}</Tag>
      <div className="hcw-pay__head">
        <h3 className="govuk-heading-s hcw-pay__title">
          {t(whyOf(item), { day: shortDate(item.session.startsAt) })}
        </h3>
        <span className="hcw-pay__amount">{money(item.chosenPence ?? item.amountPence)}</span>
      </div>
      <p className="govuk-body hcw-pay__lines">
        <span className="hcw-soft">
          {t(`kind.${item.kind}`)} · <NoteOf item={item} />
        </span>
        <br />
        <WhereOf {...props} />
      </p>
      <Acts {...props} />
    </li>
  )
}

/** How the amount came about. */
function NoteOf({ item }: { item: PayItem }) {
  const { t } = useTranslation('payments')
  const { minutes } = useFormats()
  const [at, before] = [item.minutes ?? 0, item.preparationMinutes ?? 0]
  const parts = [
    item.why === 'cancelled-late' ? t('note.cancelled-late') : '',
    item.why === 'more-hours' ? t('note.more-hours') : '',
    item.why === 'held' && before > 0
      ? t('note.held', { at: minutes(at), before: minutes(before) })
      : '',
    item.why === 'held' && before === 0 ? t('note.heldOnly', { at: minutes(at) }) : '',
    item.words,
    item.advance ? t('note.advance') : '',
    item.receipt ? t('note.receipt') : '',
    item.saidBy ? t('note.saidBy') : '',
  ]
  return parts.filter(Boolean).join(' · ')
}

function WhereOf({ item, way }: OwnItemProps) {
  const { t } = useTranslation('payments')
  const { shortDate, money } = useFormats()
  const [approve, pay] = [item.approveBy, item.payBy].map((at) => (at ? shortDate(at) : ''))
  const out = item.choice === 'charity' || item.choice === 'voucher' ? item.choice : way
  if (item.late) return t('where.late')
  if (item.state === 'failed') return t(`where.failed.${item.failedBecause ?? 'other'}`)
  if (item.state === 'paid' && item.paidAt)
    return t('where.paid', { day: shortDate(item.paidAt), way: out ? t(`way.${out}`) : '' })
  if (item.state === 'settled') return t('where.settled', { cost: money(item.settledPence ?? 0) })
  if (item.state === 'refused') return t('where.refused', { why: item.refusedWhy })
  if (item.state === 'chosen' && !out) return t('where.noWay')
  if (item.state === 'chosen' && item.kind === 'expense' && !item.confirmed)
    return t('where.unconfirmed', { pay })
  return t(`where.${item.state as 'due' | 'chosen' | 'approved' | 'declined'}`, { approve, pay })
}

function Acts({ item, vouchers, way, acts, onChosen }: OwnItemProps) {
  const { t } = useTranslation('payments')
  const send = (choice: Parameters<typeof acts.choose.mutateAsync>[0]) =>
    acts.choose.mutateAsync(choice).then(onChosen)
  const form = (
    <ChoiceForm
      key={`${item.state}-${item.choice}`}
      {...{ item, vouchers }}
      onSend={(choice) => send({ itemId: item.id, ...choice })}
    />
  )
  if (item.kind === 'expense') {
    const begun = new Date(item.session.startsAt) < new Date()
    if (item.state === 'paid' && item.advance && begun)
      return <SettleForm item={item} settle={acts.settle} />
    return item.state === 'failed' ? form : null
  }
  if (item.state === 'due' || item.state === 'failed')
    return (
      <>
        {form}
        {way ? null : <p className="govuk-hint">{t('choice.needsWay')}</p>}
      </>
    )
  if (item.state !== 'chosen' && item.state !== 'declined') return null
  return <Details summary={t('choice.change')}>{form}</Details>
}
