import type { GroupSession } from '@howcanwe/shared/codesign'
import { useTranslation } from 'react-i18next'
import { useSchemaForm } from '../../lib/form.ts'
import { useFormats } from '../../lib/format.ts'
import { Button, Checkboxes, DateField, ErrorSummary, Select, TextField } from '../../ui/index.ts'
import { AnnounceMore } from './announce-more.tsx'
import {
  type AnnounceBody,
  announceForm,
  announceValues,
  bodyOf,
  isUsualPay,
  LENGTHS,
  usualPay,
} from './announce-values.ts'

interface AnnounceProps {
  groupId: string
  /** The place's. */
  zone: string
  /** Where the group meets as a rule. */
  last?: GroupSession | undefined
  send: (body: AnnounceBody) => Promise<unknown>
  onDone: () => void
}

/** Announces a date of a group. What is usual stands in it already. */
export function AnnounceForm({ groupId, zone, last, send: announce, onDone }: AnnounceProps) {
  const { t } = useTranslation('codesign')
  const { minutes } = useFormats()
  const values = announceValues(t('announce.breaksUsual'), last)
  const f = useSchemaForm({ schema: announceForm, ns: 'codesign', defaultValues: values })
  const send = f.handleSubmit(async () => {
    try {
      await announce(bodyOf(zone, f.getValues()))
      f.reset(values)
      onDone()
    } catch (error) {
      f.refuse(error)
    }
  })
  const id = (name: string) => `f-${groupId}-${name}`
  const own = (name: keyof Omit<typeof values, 'startsAt' | 'stepFree' | 'minutes'>) => ({
    ...f.register(name),
    id: id(name),
    error: f.errorOf(name),
  })
  const payFollows = (length: string) => {
    if (isUsualPay(f.getValues('paidMinutes'))) f.setValue('paidMinutes', usualPay(length))
  }
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
        {...f.register('minutes', { onChange: ({ target }) => payFollows(target.value) })}
        id={id('minutes')}
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
      <AnnounceMore own={own} />
      <p className="govuk-body">{t('announce.told')}</p>
      <Button type="submit" busy={f.formState.isSubmitting}>
        {t('announce.send')}
      </Button>
    </form>
  )
}
