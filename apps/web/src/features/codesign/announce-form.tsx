import { codesignContract, startSession } from '@howcanwe/shared/codesign'
import { text, wholeDay } from '@howcanwe/shared/http'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { keyOf, useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { useFormats } from '../../lib/format.ts'
import { Button, Checkboxes, DateField, ErrorSummary, Select, TextField } from '../../ui/index.ts'
import { momentIn } from './local-time.ts'

const LENGTHS = [30, 45, 60, 90, 120]

/** As people think of it: a day and a time of the place. `startsAt` keeps its name, so that refusals find it. */
const form = z.strictObject({
  startsAt: wholeDay,
  time: z.string().check(z.regex(/^([01]?\d|2[0-3]):[0-5]\d$/)),
  minutes: z.string(),
  venue: startSession.shape.venue,
  address: text({ min: 0, max: 200 }),
  gettingThere: startSession.shape.gettingThere,
  stepFree: z.boolean(),
})

const EMPTY = {
  startsAt: '',
  time: '',
  minutes: '120',
  venue: '',
  address: '',
  gettingThere: '',
  stepFree: false,
}

/** Announces a date of a group; `zone` is the place's. */
export function AnnounceForm({
  groupId,
  zone,
  onDone,
}: {
  groupId: string
  zone: string
  onDone: () => void
}) {
  const { t } = useTranslation('codesign')
  const { minutes } = useFormats()
  const call = useCall()
  const client = useQueryClient()
  const f = useSchemaForm({ schema: form, ns: 'codesign', defaultValues: EMPTY })
  const send = f.handleSubmit(async () => {
    const { time, ...typed } = f.getValues()
    const body = {
      ...typed,
      startsAt: momentIn(zone, typed.startsAt, time.padStart(5, '0')),
      minutes: Number(typed.minutes),
      address: typed.address.trim() === '' ? null : typed.address,
    }
    try {
      await call(codesignContract.startSession, { params: { groupId }, body })
      await client.invalidateQueries({ queryKey: keyOf(codesignContract.mine) })
      void client.invalidateQueries({ queryKey: keyOf(codesignContract.read) })
      f.reset(EMPTY)
      onDone()
    } catch (error) {
      f.refuse(error)
    }
  })
  const id = (name: string) => `f-${groupId}-${name}`
  const own = (name: 'time' | 'minutes' | 'venue' | 'address' | 'gettingThere') => ({
    ...f.register(name),
    id: id(name),
    error: f.errorOf(name),
  })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary
        errors={f.summary.map((e) => (e.name ? { ...e, name: `${groupId}-${e.name}` } : e))}
      />
      <DateField
        name="startsAt"
        id={id('startsAt')}
        legend={t('announce.day')}
        hint={t('announce.dayHint')}
        error={f.errorOf('startsAt')}
        value={f.watch('startsAt')}
        onChange={(day) => f.setValue('startsAt', day)}
      />
      <TextField
        {...own('time')}
        label={t('announce.time')}
        hint={t('announce.timeHint')}
        width={5}
      />
      <Select
        {...own('minutes')}
        label={t('announce.minutes')}
        hint={t('announce.minutesHint')}
        options={LENGTHS.map((n) => ({ value: String(n), label: minutes(n) }))}
      />
      <TextField {...own('venue')} label={t('announce.venue')} />
      <TextField {...own('address')} label={t('announce.address')} optional />
      <TextField
        {...own('gettingThere')}
        label={t('announce.gettingThere')}
        hint={t('announce.gettingThereHint')}
        optional
      />
      <Checkboxes
        name="stepFree"
        id={id('stepFree')}
        legend={t('announce.stepFree')}
        choices={[{ value: 'yes', label: t('announce.stepFreeYes') }]}
        value={f.watch('stepFree') ? ['yes'] : []}
        onChange={async ({ target }) => f.setValue('stepFree', target.checked)}
      />
      <p className="govuk-body">{t('announce.told')}</p>
      <Button type="submit" busy={f.formState.isSubmitting}>
        {t('announce.send')}
      </Button>
    </form>
  )
}
