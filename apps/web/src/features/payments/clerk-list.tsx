import type { ClerkDesk, ClerkItem } from '@howcanwe/shared/payments'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Button, Details, EmptyState, Notice, Table, Tag, TextField } from '../../ui/index.ts'
import type { useClerkActs } from './desk.queries.ts'
import './payments.scss'
import { callOf, nameOf, whyOf } from './who.ts'

interface ClerkListProps {
  placeId: string
  items: ClerkDesk['items']
  acts: ReturnType<typeof useClerkActs>
  onApproved: (number: number) => void
}

const sumOf = (items: readonly ClerkItem[], kind: ClerkItem['kind']) =>
  items.filter((i) => i.kind === kind).reduce((sum, i) => sum + i.pence, 0)

/** What waits for a yes, ticked together; the two sums run along and never become one. */
export function ClerkList({ placeId, items, acts, onApproved }: ClerkListProps) {
  const { t } = useTranslation(['payments', 'problems'])
  const { money } = useFormats()
  const ready = items.filter((i) => i.stopped === null)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () => new Set(ready.map(({ id }) => id)),
  )
  const picked = ready.filter(({ id }) => ticked.has(id))
  const toggle = (id: string) =>
    setTicked((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  const { error } = acts.approve
  if (items.length === 0) return <EmptyState>{t('payments:clerk.empty')}</EmptyState>
  return (
    <>
      {error ? <Notice kind="warning" heading={sentenceOf(t, error)} focus /> : null}
      <Waiting {...{ items, ticked, toggle }} />
      <p className="govuk-body" role="status">
        <strong>{t('payments:clerk.ticked', { count: picked.length })}</strong>
        <br />
        {t('payments:clerk.sums', {
          involvement: money(sumOf(picked, 'involvement')),
          expense: money(sumOf(picked, 'expense')),
        })}
      </p>
      <Button
        busy={acts.approve.isPending || picked.length === 0}
        onClick={() =>
          acts.approve.mutate(
            { placeId, itemIds: picked.map(({ id }) => id) },
            { onSuccess: ({ number }) => onApproved(number) },
          )
        }
      >
        {t('payments:clerk.approve')}
      </Button>
      <Refusing items={items} acts={acts} />
    </>
  )
}

interface WaitingProps {
  items: readonly ClerkItem[]
  ticked: ReadonlySet<string>
  toggle: (id: string) => void
}

function Waiting({ items, ticked, toggle }: WaitingProps) {
  const { t } = useTranslation('payments')
  const { money, shortDate } = useFormats()
  const what = (i: ClerkItem) => t(whyOf(i), { day: shortDate(i.sessionAt) })
  return (
    <Table
      caption={t('clerk.waiting')}
      captionHidden
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'who',
          heading: t('clerk.who'),
          cell: (i) => (
            <Tick
              item={i}
              label={nameOf(i, t)}
              hidden={t('clerk.pick', { name: callOf(i, t), what: what(i) })}
              checked={ticked.has(i.id)}
              onChange={() => toggle(i.id)}
            />
          ),
        },
        {
          key: 'what',
          heading: t('group.what'),
          cell: (i) => (
            <>
              {what(i)}
              <br />
              <span className="hcw-soft">
                {[t(`kind.${i.kind}`), i.words].filter(Boolean).join(' · ')}
              </span>
            </>
          ),
        },
        { key: 'group', heading: t('clerk.group'), cell: (i) => i.group },
        { key: 'way', heading: t('clerk.way'), cell: (i) => <WayOf item={i} /> },
        {
          key: 'by',
          heading: t('clerk.by'),
          cell: (i) => (
            <>
              {i.approveBy ? shortDate(i.approveBy) : ''}{' '}
              {i.late ? <Tag tone="error">{t('clerk.late')}</Tag> : null}
            </>
          ),
        },
        { key: 'amount', heading: t('clerk.amount'), cell: (i) => money(i.pence), numeric: true },
      ]}
    />
  )
}

/** How it goes out, or what stops it. */
export function WayOf({
  item,
}: {
  item: Pick<ClerkItem, 'way' | 'last4' | 'charityName' | 'stopped'>
}) {
  const { t } = useTranslation('payments')
  if (item.stopped) return <Tag tone="caution">{t(`clerk.stopped.${item.stopped}`)}</Tag>
  if (!item.way) return null
  return t(`clerk.ways.${item.way}`, { last4: item.last4, charity: item.charityName })
}

interface TickProps {
  item: ClerkItem
  label: string
  hidden: string
  checked: boolean
  onChange: () => void
}

function Tick({ item, label, hidden, checked, onChange }: TickProps) {
  if (item.stopped) return label
  return (
    <div className="govuk-checkboxes govuk-checkboxes--small">
      <div className="govuk-checkboxes__item">
        <input
          type="checkbox"
          className="govuk-checkboxes__input"
          id={`tick-${item.id}`}
          checked={checked}
          onChange={onChange}
          aria-label={hidden}
        />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={`tick-${item.id}`}>
          {label}
        </label>
      </div>
    </div>
  )
}

/** A no to an expense, with a reason the person reads. Money for time cannot be refused. */
function Refusing({ items, acts }: Pick<ClerkListProps, 'items' | 'acts'>) {
  const { t } = useTranslation(['payments', 'problems'])
  const [reason, setReason] = useState('')
  const expenses = items.filter((i) => i.kind === 'expense' && i.stopped !== 'yours')
  return expenses.map((item) => (
    <Details key={item.id} summary={t('payments:clerk.refuse', { name: callOf(item, t) })}>
      {acts.refuse.error ? (
        <Notice kind="warning" heading={sentenceOf(t, acts.refuse.error)} focus />
      ) : null}
      <TextField
        name={`reason-${item.id}`}
        label={t('payments:clerk.why')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        maxLength={300}
      />
      <Button
        kind="warning"
        busy={acts.refuse.isPending || reason.trim().length < 5}
        onClick={() =>
          acts.refuse.mutate({ itemId: item.id, reason }, { onSuccess: () => setReason('') })
        }
      >
        {t('payments:clerk.send')}
      </Button>
    </Details>
  ))
}
