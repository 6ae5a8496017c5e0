import type { HoursAsk, OwnHours } from '@howcanwe/shared/payments'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useSchemaForm } from '../../lib/form.ts'
import { useFormats } from '../../lib/format.ts'
import { Button, Details, ErrorSummary, Notice, Select, Tag, TextField } from '../../ui/index.ts'
import { type Hours, type HoursActs, useHoursActs, useOwnHours } from './hours.queries.ts'
import './payments.scss'

/** What is put down for somebody, and a way to say that it was more: nobody has to find the right person to ring (J-19). */
export function OwnHoursBox({ groupId }: { groupId: string }) {
  const { t } = useTranslation('payments')
  const { data } = useOwnHours(groupId)
  const { ask } = useHoursActs(groupId)
  const [sent, setSent] = useState(0)
  if (!data || data.sessions.length + data.asks.length === 0) return null
  return (
    <section aria-labelledby="hours">
      <h2 id="hours" className="govuk-heading-m">
        {t('hours.title')}
      </h2>
      {sent ? <Notice key={sent} kind="success" heading={t('hours.sent')} focus /> : null}
      <p className="govuk-body">{t('hours.lead')}</p>
      {data.asks.length > 0 ? (
        <ul className="hcw-pay">
          {data.asks.map((one) => (
            <Asked key={one.id} one={one} />
          ))}
        </ul>
      ) : null}
      {data.sessions.length > 0 ? (
        <Details key={sent} summary={t('hours.open')}>
          <Which sessions={data.sessions} ask={ask} onSent={() => setSent(sent + 1)} />
        </Details>
      ) : null}
    </section>
  )
}

const TONES = { asked: 'caution', yes: 'pine', no: 'error' } as const

/** What somebody said, and what became of it. */
function Asked({ one }: { one: HoursAsk }) {
  const { t } = useTranslation('payments')
  const { minutes, shortDate } = useFormats()
  const [at, before] = [minutes(one.minutes), minutes(one.preparationMinutes)]
  const facts = { by: one.answeredBy ?? '', why: one.reason, day: shortDate(one.dueAt) }
  return (
    <li className="hcw-pay__item">
      <Tag tone={TONES[one.state]}>{t(`hours.state.${one.state}`)}</Tag>
      <h3 className="govuk-heading-s hcw-pay__title">
        {t('why.held', { day: shortDate(one.session.startsAt) })}
      </h3>
      <p className="govuk-body hcw-pay__lines">
        <span className="hcw-soft">{t('note.held', { at, before })}</span>
        <br />
        {one.late ? t('hours.late') : t(`hours.where.${one.state}`, facts)}
      </p>
    </li>
  )
}

type Session = OwnHours['sessions'][number]

interface WhichProps {
  sessions: readonly Session[]
  ask: HoursActs['ask']
  onSent: () => void
}

function Which({ sessions, ask, onSent }: WhichProps) {
  const { t } = useTranslation('payments')
  const { shortDate } = useFormats()
  const [chosen, setChosen] = useState(sessions[0]?.id)
  const session = sessions.find(({ id }) => id === chosen)
  return (
    <>
      <Select
        name="hours-session"
        label={t('hours.which')}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
        options={sessions.map(({ id, startsAt }) => ({ value: id, label: shortDate(startsAt) }))}
      />
      {session ? <HoursForm key={session.id} {...{ session, ask, onSent }} /> : null}
    </>
  )
}

const typed = z.string().check(z.regex(/^\d{1,3}$/))
const schema = z.object({ minutes: typed, preparation: typed, words: z.string() })

/** The minutes they really gave, beginning with what is put down, or with what was promised. */
function HoursForm({ session, ask, onSent }: Omit<WhichProps, 'sessions'> & { session: Session }) {
  const { t } = useTranslation('payments')
  const { minutes } = useFormats()
  const { promised } = session
  const isDown = session.minutes !== null
  const [at, before] = [
    session.minutes ?? promised.minutes,
    session.preparationMinutes ?? promised.preparationMinutes,
  ]
  const f = useSchemaForm({
    schema,
    ns: 'payments',
    defaultValues: { minutes: String(at), preparation: String(before), words: '' },
  })
  const send = f.handleSubmit(({ minutes, preparation, words }) => {
    const times = { minutes: Number(minutes), preparationMinutes: Number(preparation) }
    const body: Hours = { sessionId: session.id, ...times, words }
    return ask.mutateAsync(body).then(onSent, f.refuse)
  })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={f.summary} />
      <p className="govuk-body">
        {isDown
          ? t('hours.putDown', { at: minutes(at), before: minutes(before) })
          : t('hours.notPutDown')}
      </p>
      <div className="hcw-side-by-side">
        <TextField
          {...f.register('minutes')}
          label={t('hours.minutes')}
          error={f.errorOf('minutes')}
          inputMode="numeric"
          width={3}
        />
        <TextField
          {...f.register('preparation')}
          label={t('hours.preparation')}
          error={f.errorOf('preparation')}
          inputMode="numeric"
          width={3}
        />
      </div>
      <TextField
        {...f.register('words')}
        label={t('claim.words')}
        hint={t('hours.wordsHint')}
        error={f.errorOf('words')}
        maxLength={300}
        optional
      />
      <Button type="submit" kind="secondary" busy={ask.isPending}>
        {t('hours.send')}
      </Button>
    </form>
  )
}
