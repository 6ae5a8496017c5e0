import type { GroupHours, GroupPay } from '@howcanwe/shared/payments'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Button, Details, Notice, Tag, TextField } from '../../ui/index.ts'
import { type HoursActs, useGroupHours, useHoursActs } from './hours.queries.ts'
import './payments.scss'
import { SpokenHours } from './spoken-hours.tsx'
import { callOf } from './who.ts'

interface GroupHoursProps {
  pay: Pick<GroupPay, 'group' | 'claims'>
  setDone: (sentence: string) => void
}

/** Who says that their hours are not right: a yes, or a no with its reason; and whoever rings (J-19, PE3). */
export function GroupHoursPart({ pay, setDone }: GroupHoursProps) {
  const { t } = useTranslation('payments')
  const { data } = useGroupHours(pay.group.id)
  const acts = useHoursActs(pay.group.id)
  if (!data) return null
  const open = data.asks.filter((one) => one.state === 'asked')
  return (
    <section aria-labelledby="hours">
      <h2 id="hours" className="govuk-heading-m">
        {t('hoursDesk.title')}
      </h2>
      <p className="govuk-body">{t(open.length > 0 ? 'hoursDesk.lead' : 'hoursDesk.none')}</p>
      <ul className="hcw-pay">
        {open.map((one) => (
          <Asked key={one.id} {...{ one, acts, setDone }} />
        ))}
        {data.ring.map((one) => (
          <ToRing key={one.id} {...{ one, acts, setDone }} />
        ))}
      </ul>
      <SpokenHours
        people={pay.claims.people}
        sessions={data.sessions}
        askFor={acts.askFor}
        onSaved={() => setDone(t('hoursDesk.written'))}
      />
    </section>
  )
}

interface OneProps<One> {
  one: One
  acts: HoursActs
  setDone: (sentence: string) => void
}

function Asked({ one, acts, setDone }: OneProps<GroupHours>) {
  const { t } = useTranslation(['payments', 'problems'])
  const { minutes, shortDate } = useFormats()
  const [reason, setReason] = useState('')
  const name = callOf(one.member, t)
  const { putDown } = one
  const { error } = acts.answer
  const answer = (said: 'yes' | 'no') =>
    acts.answer.mutate(
      { hoursId: one.id, answer: said, reason: said === 'no' ? reason : '' },
      { onSuccess: () => setDone(t(`payments:hoursDesk.answered.${said}`, { name })) },
    )
  const times = (of: { minutes: number; preparationMinutes: number }) => ({
    at: minutes(of.minutes),
    before: minutes(of.preparationMinutes),
  })
  return (
    <li className="hcw-pay__item">
      {one.late ? <Tag tone="error">{t('payments:clerk.late')}</Tag> : null}
      <h3 className="govuk-heading-s hcw-pay__title">
        {name}: {t('payments:group.held', { day: shortDate(one.session.startsAt) })}
      </h3>
      <p className="govuk-body hcw-pay__lines">
        {t('payments:hoursDesk.said', times(one))}
        <br />
        {putDown.minutes > 0
          ? t('payments:hoursDesk.putDown', times(putDown))
          : t('payments:hoursDesk.notPutDown')}
        {one.words ? (
          <>
            <br />
            <q>{one.words}</q>
          </>
        ) : null}
        <br />
        <span className="hcw-soft">
          {t('payments:hoursDesk.by', { day: shortDate(one.dueAt) })}
        </span>
      </p>
      {error ? <Notice kind="warning" heading={sentenceOf(t, error)} focus /> : null}
      <Button kind="secondary" busy={acts.answer.isPending} onClick={() => answer('yes')}>
        {t('payments:hoursDesk.yes', { name })}
      </Button>
      <Details summary={t('payments:hoursDesk.no', { name })}>
        <TextField
          name={`why-${one.id}`}
          label={t('payments:clerk.why')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          maxLength={300}
        />
        <Button
          kind="warning"
          busy={acts.answer.isPending || reason.trim().length < 5}
          onClick={() => answer('no')}
        >
          {t('payments:clerk.send')}
        </Button>
      </Details>
    </li>
  )
}

/** Answered, and no letter reaches them. */
function ToRing({ one, acts, setDone }: OneProps<GroupHours & { contact: string }>) {
  const { t } = useTranslation('payments')
  const { shortDate } = useFormats()
  const name = callOf(one.member, t)
  return (
    <li className="hcw-pay__item">
      <h3 className="govuk-heading-s hcw-pay__title">{t('hoursDesk.ring', { name })}</h3>
      <p className="govuk-body hcw-pay__lines">
        {one.contact}
        <br />
        {t(`hoursDesk.tell.${one.state === 'no' ? 'no' : 'yes'}`, {
          day: shortDate(one.session.startsAt),
          why: one.reason,
        })}
      </p>
      <Button
        kind="secondary"
        busy={acts.told.isPending}
        onClick={() =>
          acts.told.mutate(one.id, { onSuccess: () => setDone(t('hoursDesk.toldDone')) })
        }
      >
        {t('hoursDesk.told', { name })}
      </Button>
    </li>
  )
}
