import type { GroupItem, GroupPay } from '@howcanwe/shared/payments'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { AttendanceForm } from '../../features/payments/attendance-form.tsx'
import { useGroupActs, useGroupPay } from '../../features/payments/desk.queries.ts'
import { Figures } from '../../features/payments/figures.tsx'
import { GroupHoursPart } from '../../features/payments/group-hours.tsx'
import { TONES } from '../../features/payments/own-item.tsx'
import { SpokenCash } from '../../features/payments/spoken-cash.tsx'
import { SpokenChoice } from '../../features/payments/spoken-choice.tsx'
import { SpokenClaim } from '../../features/payments/spoken-claim.tsx'
import { callOf, whyOf } from '../../features/payments/who.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import {
  Button,
  Columns,
  EmptyState,
  Link,
  Notice,
  PageHeading,
  Table,
  Tag,
} from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { SignedIn } from '../signed-in.tsx'

/** Pay in a group, for whoever runs it: who was there, what to confirm, whom to ring (CD4). */
export function GroupPayPage() {
  const { groupId = '' } = useParams()
  return (
    <SignedIn roles={['facilitator']}>
      <Loaded query={useGroupPay(groupId)} lines={8}>
        {(pay) => <Desk pay={pay} />}
      </Loaded>
    </SignedIn>
  )
}

type Acts = ReturnType<typeof useGroupActs>

function Desk({ pay }: { pay: GroupPay }) {
  const { t } = useTranslation('payments')
  const acts = useGroupActs(pay.group.id)
  const [done, setDone] = useState<string>()
  return (
    <>
      <PageHeading title={t('group.title', { group: pay.group.name })} lead={t('group.lead')} />
      {done ? <Notice key={done} kind="success" heading={done} focus /> : null}
      {pay.hasRates ? null : <Notice kind="warning" heading={t('group.noRates')} />}
      <Columns aside={<Figures figures={pay.figures} />} asideLabel={t('figures.title')}>
        <Sessions {...{ pay, acts, setDone }} />
        <GroupHoursPart {...{ pay, setDone }} />
        <Expenses {...{ pay, acts, setDone }} />
        <Ring {...{ pay, acts, setDone }} />
        <Rang {...{ pay, acts, setDone }} />
      </Columns>
      <All items={pay.items} />
      <p className="govuk-body">
        <Link className="govuk-link" to={further.room({ groupId: pay.group.id })}>
          {t('own.back')}
        </Link>
      </p>
    </>
  )
}

interface PartProps {
  pay: GroupPay
  acts: Acts
  setDone: (sentence: string) => void
}

function Sessions({ pay, acts, setDone }: PartProps) {
  const { t } = useTranslation('payments')
  const { day } = useFormats()
  return (
    <section aria-labelledby="there">
      <h2 id="there" className="govuk-heading-m">
        {t('group.sessions')}
      </h2>
      {pay.sessions.length === 0 ? <EmptyState>{t('group.noSessions')}</EmptyState> : null}
      <ul className="hcw-pay">
        {pay.sessions.map((session) => (
          <li key={session.id} className="hcw-pay__item">
            <h3 className="govuk-heading-s">
              {t(`group.${session.state}`, { day: day(session.startsAt) })}
            </h3>
            {session.state === 'held' ? (
              <AttendanceForm
                {...{ session }}
                dayRates={pay.dayRates}
                attended={acts.attended}
                onSaved={(count) => setDone(t('group.saved', { count }))}
              />
            ) : (
              <p className="govuk-body">{t('group.cancelledText')}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Expenses({ pay, acts, setDone }: PartProps) {
  const { t } = useTranslation(['payments', 'problems'])
  const { money, shortDate } = useFormats()
  const open = pay.items.filter((i) => i.kind === 'expense' && i.state === 'chosen' && !i.confirmed)
  const { error } = acts.confirm
  if (open.length === 0) return null
  return (
    <section aria-labelledby="expenses">
      <h2 id="expenses" className="govuk-heading-m">
        {t('payments:group.expenses')}
      </h2>
      <p className="govuk-body">{t('payments:group.expensesText')}</p>
      {error ? <Notice kind="warning" heading={sentenceOf(t, error)} focus /> : null}
      <ul className="hcw-pay">
        {open.map((item) => (
          <li key={item.id} className="hcw-pay__item">
            <div className="hcw-pay__head">
              <h3 className="govuk-heading-s hcw-pay__title">
                {callOf(item.member, t)}:{' '}
                {t(`payments:why.${item.why}`, { day: shortDate(item.session.startsAt) })}
              </h3>
              <span className="hcw-pay__amount">{money(item.amountPence)}</span>
            </div>
            <p className="govuk-body hcw-pay__lines hcw-soft">{linesOf(item, t)}</p>
            <Button
              kind="secondary"
              busy={acts.confirm.isPending}
              onClick={() =>
                acts.confirm.mutate(item.id, {
                  onSuccess: () => setDone(t('payments:group.confirmed')),
                })
              }
            >
              {t('payments:group.confirm', { name: callOf(item.member, t) })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const linesOf = (item: GroupItem, t: ReturnType<typeof useTranslation>['t']): string =>
  [
    item.words,
    item.advance ? String(t('payments:note.advance')) : '',
    item.receipt ? String(t('payments:note.receipt')) : '',
  ]
    .filter(Boolean)
    .join(' · ')

function Ring({ pay, acts, setDone }: PartProps) {
  const { t } = useTranslation('payments')
  if (pay.ring.length === 0) return null
  const waiting = (memberId: string) =>
    pay.items.filter((i) => i.member.id === memberId && ['due', 'failed'].includes(i.state))
  return (
    <section aria-labelledby="ring">
      <h2 id="ring" className="govuk-heading-m">
        {t('group.ring')}
      </h2>
      <p className="govuk-body">{t('group.ringText')}</p>
      <ul className="hcw-pay">
        {pay.ring.map((one) => (
          <li key={one.memberId} className="hcw-pay__item">
            <h3 className="govuk-heading-s hcw-pay__title">{one.firstName}</h3>
            <p className="govuk-body hcw-pay__lines">{one.contact}</p>
            {waiting(one.memberId).map((item) => (
              <SpokenChoice
                key={item.id}
                item={item}
                vouchers={pay.vouchers}
                chooseFor={acts.chooseFor}
                onSaved={() => setDone(t('group.writtenDown'))}
              />
            ))}
            {one.way ? (
              <SpokenCash
                one={one}
                cashFor={acts.cashFor}
                onSaved={() => setDone(t('group.writtenDown'))}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Money somebody asks for on the telephone or on paper. */
function Rang({ pay, acts, setDone }: PartProps) {
  const { t } = useTranslation('payments')
  const { people, sessions } = pay.claims
  if (people.length === 0 || sessions.length === 0) return null
  return (
    <section aria-labelledby="rang">
      <h2 id="rang" className="govuk-heading-m">
        {t('group.claimTitle')}
      </h2>
      <p className="govuk-body">{t('group.claimText')}</p>
      <SpokenClaim
        claims={pay.claims}
        claimFor={acts.claimFor}
        onSaved={() => setDone(t('group.claimed'))}
      />
    </section>
  )
}

function All({ items }: { items: readonly GroupItem[] }) {
  const { t } = useTranslation('payments')
  const { money, shortDate } = useFormats()
  if (items.length === 0) return <p className="govuk-body">{t('group.none')}</p>
  return (
    <Table
      caption={t('group.all')}
      rows={items}
      rowKey={(item) => item.id}
      columns={[
        { key: 'who', heading: t('group.who'), cell: (i) => callOf(i.member, t) },
        {
          key: 'what',
          heading: t('group.what'),
          cell: (i) => t(whyOf(i), { day: shortDate(i.session.startsAt) }),
        },
        {
          key: 'amount',
          heading: t('group.amount'),
          cell: (i) => money(i.chosenPence ?? i.amountPence),
          numeric: true,
        },
        {
          key: 'where',
          heading: t('group.where'),
          cell: (i) => <Tag tone={TONES[i.state]}>{t(`group.state.${i.state}`)}</Tag>,
        },
      ]}
    />
  )
}
