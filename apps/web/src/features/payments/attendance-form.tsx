import { type GroupPay, PAY_AS, type PayAs } from '@howcanwe/shared/payments'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, Checkboxes, Details, ErrorSummary, Radios, TextField } from '../../ui/index.ts'
import type { useGroupActs } from './desk.queries.ts'
import './payments.scss'
import { callOf } from './who.ts'

type Session = GroupPay['sessions'][number]
const minutesTyped = z.string().check(z.regex(/^\d{1,3}$/))
const schema = z.object({
  people: z.array(z.string()).check(z.minLength(1)),
  minutes: minutesTyped,
  preparation: minutesTyped,
  payAs: z.enum(PAY_AS),
})

interface AttendanceProps {
  session: Session
  dayRates: GroupPay['dayRates']
  attended: ReturnType<typeof useGroupActs>['attended']
  onSaved: (items: number) => void
}

/** Who was there, all with the same minutes; whoever was there longer or shorter is written down apart. */
export function AttendanceForm({ session, dayRates, attended, onSaved }: AttendanceProps) {
  const { t } = useTranslation('payments')
  const [turn, setTurn] = useState(0)
  const left = session.people.filter((one) => one.minutes === null)
  const there = session.people.length - left.length
  const form = (
    <TheForm
      key={turn}
      {...{ session, dayRates, attended, left }}
      onSaved={(items) => {
        setTurn(turn + 1)
        onSaved(items)
      }}
    />
  )
  if (!session.confirmed) return form
  return (
    <>
      <p className="govuk-body">{t('group.written', { count: there })}</p>
      {left.length > 0 ? <Details summary={t('group.add')}>{form}</Details> : null}
    </>
  )
}

function TheForm(props: AttendanceProps & { left: Session['people'] }) {
  const { session, dayRates, attended, left, onSaved } = props
  const { t } = useTranslation('payments')
  const f = useSchemaForm({
    schema,
    ns: 'payments',
    defaultValues: {
      people: left.filter((one) => one.came).map((one) => one.memberId),
      minutes: String(session.minutes),
      preparation: String(session.preparationMinutes),
      payAs: 'minutes',
    },
  })
  const counted: readonly PayAs[] = ['minutes', ...dayRates]
  const send = f.handleSubmit(({ people, minutes, preparation, payAs }) =>
    attended
      .mutateAsync({
        sessionId: session.id,
        people: people.map((memberId) => ({
          memberId,
          minutes: Number(minutes),
          preparationMinutes: Number(preparation),
          payAs: counted.find((one) => one === payAs) ?? 'minutes',
        })),
      })
      .then(({ items }) => onSaved(items), f.refuse),
  )
  const hintOf = (one: Session['people'][number]) =>
    [one.reference, one.paid ? '' : t('group.unpaidHint'), one.comes ? t('group.comesHint') : '']
      .filter(Boolean)
      .join(' · ')
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={f.summary} />
      <div className="hcw-there">
        <Checkboxes
          {...f.register('people')}
          id={`people-${session.id}`}
          legend={t('group.thereLegend')}
          error={f.errorOf('people') ? t('group.someone') : undefined}
          choices={left.map((one) => ({
            value: one.memberId,
            label: callOf(one, t),
            hint: hintOf(one),
          }))}
        />
      </div>
      <div className="hcw-side-by-side">
        <TextField
          {...f.register('minutes')}
          id={`minutes-${session.id}`}
          label={t('group.minutes')}
          error={f.errorOf('minutes')}
          inputMode="numeric"
          width={3}
        />
        <TextField
          {...f.register('preparation')}
          id={`preparation-${session.id}`}
          label={t('group.preparation')}
          error={f.errorOf('preparation')}
          inputMode="numeric"
          width={3}
        />
      </div>
      {counted.length > 1 ? (
        <Radios
          {...f.register('payAs')}
          id={`as-${session.id}`}
          legend={t('group.asLegend')}
          defaultValue="minutes"
          inline
          choices={counted.map((value) => ({ value, label: t(`group.as.${value}`) }))}
        />
      ) : null}
      <p className="govuk-hint">{t('group.more')}</p>
      <Button type="submit" kind="secondary" busy={attended.isPending}>
        {t('group.save')}
      </Button>
    </form>
  )
}
