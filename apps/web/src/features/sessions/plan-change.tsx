import { wholeDay } from '@howcanwe/shared/http'
import { changeBody, type SessionInside, sessionsContract } from '@howcanwe/shared/sessions'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { useFormats } from '../../lib/format.ts'
import {
  Button,
  Checkboxes,
  DateField,
  Details,
  ErrorSummary,
  Select,
  TextField,
} from '../../ui/index.ts'
import { type At, useSessionAct } from './sessions.queries.ts'

const LENGTHS = [30, 45, 60, 90, 120]
const TO_COME = new Set(['announced', 'access-check', 'confirmed'])
const { venue, gettingThere, breaks } = changeBody.shape
const number = z.string().check(z.regex(/^\d{0,4}$/))
const form = z.strictObject({
  startsAt: wholeDay,
  time: z.string().check(z.regex(/^([01]?\d|2[0-3]):[0-5]\d$/)),
  minutes: z.string(),
  venue,
  address: z.string().check(z.maxLength(200)),
  gettingThere,
  stepFree: z.boolean(),
  link: z.string().check(z.regex(/^(https:\/\/.*)?$/)),
  breaks,
  capacity: number,
  paidMinutes: number,
})

/** Day and time on the wall of the place. */
function wallOf(zone: string, at: Date) {
  const [day = '', time = ''] = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
    .format(at)
    .split(' ')
  return { day, time }
}

const valuesOf = (s: SessionInside, zone: string) => ({
  startsAt: wallOf(zone, s.startsAt).day,
  time: wallOf(zone, s.startsAt).time,
  minutes: String((s.endsAt.getTime() - s.startsAt.getTime()) / 60_000),
  venue: s.venue,
  address: s.address ?? '',
  gettingThere: s.gettingThere,
  stepFree: s.stepFree,
  link: s.link ?? '',
  breaks: s.breaks,
  capacity: s.capacity === null ? '' : String(s.capacity),
  paidMinutes: String(s.paidMinutes),
})

interface ChangeProps {
  session: SessionInside
  at: At
  zone: string
  /** The moment a wall clock in a zone shows a day and time, RFC 3339. */
  momentIn: (zone: string, day: string, time: string) => string
}

/** Another day, place or room. Whoever has not said no is told; answers stay. */
export function PlanChange(props: ChangeProps) {
  const { t } = useTranslation('sessions')
  if (!TO_COME.has(props.session.state)) return null
  return (
    <Details summary={t('plan.change.title')}>
      <p className="govuk-body">{t('plan.change.text')}</p>
      <ChangeForm {...props} />
    </Details>
  )
}

function ChangeForm({ session, at, zone, momentIn }: ChangeProps) {
  const { t } = useTranslation('sessions')
  const { minutes } = useFormats()
  const call = useCall()
  const again = useSessionAct()
  const f = useSchemaForm({ schema: form, ns: 'sessions', defaultValues: valuesOf(session, zone) })
  const send = f.handleSubmit(async () => {
    const { time, ...v } = f.getValues()
    const body = {
      ...v,
      startsAt: momentIn(zone, v.startsAt, time.padStart(5, '0')),
      minutes: Number(v.minutes),
      address: v.address.trim() || null,
      link: v.link.trim() || null,
      capacity: v.capacity === '' ? null : Number(v.capacity),
      paidMinutes: Number(v.paidMinutes),
    }
    try {
      const seen = await call(sessionsContract.change, { params: at, body })
      await again.mutateAsync(async () => seen)
    } catch (error) {
      f.refuse(error)
    }
  })
  const own = (
    name:
      | 'time'
      | 'venue'
      | 'address'
      | 'gettingThere'
      | 'link'
      | 'breaks'
      | 'capacity'
      | 'paidMinutes',
  ) => ({
    ...f.register(name),
    label: t(`plan.change.${name}`),
    error: f.errorOf(name),
  })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={f.summary} />
      <DateField
        name="startsAt"
        legend={t('plan.change.day')}
        error={f.errorOf('startsAt')}
        value={f.watch('startsAt')}
        onChange={(day) => f.setValue('startsAt', day)}
      />
      <TextField {...own('time')} width={5} />
      <Select
        {...f.register('minutes')}
        label={t('plan.change.minutes')}
        options={LENGTHS.map((n) => ({ value: String(n), label: minutes(n) }))}
      />
      <TextField {...own('venue')} />
      <TextField {...own('address')} optional />
      <TextField {...own('gettingThere')} optional />
      <Checkboxes
        name="stepFree"
        legend={t('facts.steps')}
        choices={[{ value: 'yes', label: t('facts.stepFree') }]}
        value={f.watch('stepFree') ? ['yes'] : []}
        onChange={async ({ target }) => f.setValue('stepFree', target.checked)}
      />
      <TextField {...own('link')} hint={t('plan.change.linkHint')} type="url" optional />
      <TextField {...own('breaks')} hint={t('plan.change.breaksHint')} optional />
      <TextField
        {...own('capacity')}
        hint={t('plan.change.capacityHint')}
        inputMode="numeric"
        width={5}
        optional
      />
      <TextField
        {...own('paidMinutes')}
        hint={t('plan.change.paidHint')}
        inputMode="numeric"
        width={5}
      />
      <Button type="submit" busy={f.formState.isSubmitting}>
        {t('plan.change.send')}
      </Button>
    </form>
  )
}
