import { wholeDay } from '@howcanwe/shared/http'
import { GROUP_STEPS, type GroupStep, type Inside } from '@howcanwe/shared/suggestions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, DateField, Details, ErrorSummary, TextField } from '../../ui/index.ts'
import { HomeworkLine } from './homework-line.tsx'
import { Press } from './press.tsx'
import { useSuggestions } from './suggestions.queries.ts'

const AFTER: Partial<Record<Inside['group']['state'], GroupStep>> = {
  convened: 'active',
  active: 'reporting-back',
  'reporting-back': 'homework-marked',
  'homework-marked': 'closed',
}

/** A day and a time of the place as an instant. */
export type ToMoment = (day: string, time: string) => string

/** What whoever runs the group does at its end, one thing after the other. */
export function Steps({ inside, toMoment }: { inside: Inside; toMoment: ToMoment }) {
  const { t } = useTranslation('suggestions')
  const { moveOn, hold } = useSuggestions()
  const { group, homework } = inside
  const next = AFTER[group.state]
  const waits = next === 'homework-marked' && !homework?.heldAt
  return (
    <section aria-labelledby="steps" className="hcw-steps">
      <h2 id="steps" className="govuk-heading-m">
        {t('steps.title')}
      </h2>
      <p className="govuk-body">{t('steps.now', { state: t(`steps.stateOf.${group.state}`) })}</p>
      {homework ? <HomeworkLine homework={homework} /> : null}
      {waits ? (
        <>
          <Details
            summary={homework?.startsAt ? t('steps.planAgain') : t('steps.plan')}
            open={!homework?.startsAt}
          >
            <PlanForm groupId={group.id} toMoment={toMoment} />
          </Details>
          {homework?.startsAt ? (
            <>
              <p className="govuk-hint">{t('steps.holdHint')}</p>
              <Press kind="primary" onPress={() => hold(group.id)}>
                {t('steps.hold')}
              </Press>
            </>
          ) : null}
        </>
      ) : null}
      {next && !waits && GROUP_STEPS.includes(next) ? (
        <>
          <p className="govuk-hint">{t(`steps.hintOf.${next}`)}</p>
          <Press kind="primary" onPress={() => moveOn(group.id, next)}>
            {t(`steps.toOf.${next}`)}
          </Press>
        </>
      ) : null}
    </section>
  )
}

const plan = z.strictObject({
  startsAt: wholeDay,
  time: z.string().check(z.regex(/^([01]?\d|2[0-3]):[0-5]\d$/)),
  venue: z.string().check(z.minLength(2), z.maxLength(200)),
})

function PlanForm({ groupId, toMoment }: { groupId: string; toMoment: ToMoment }) {
  const { t } = useTranslation('suggestions')
  const api = useSuggestions()
  const [key, setKey] = useState(0)
  const form = useSchemaForm({
    schema: plan,
    ns: 'suggestions',
    defaultValues: { startsAt: '', time: '', venue: '' },
  })
  const send = form.handleSubmit(async () => {
    const { startsAt, time, venue } = form.getValues()
    const body = { startsAt: toMoment(startsAt, time.padStart(5, '0')), venue }
    try {
      await api.plan(groupId, body)
      setKey(key + 1)
    } catch (error) {
      form.refuse(error)
    }
  })
  return (
    <form key={key} noValidate onSubmit={send}>
      <ErrorSummary errors={form.summary} />
      <DateField
        name="startsAt"
        legend={t('steps.day')}
        error={form.errorOf('startsAt')}
        value={form.watch('startsAt')}
        onChange={(day) => form.setValue('startsAt', day)}
      />
      <TextField
        {...form.register('time')}
        label={t('steps.time')}
        hint={t('steps.timeHint')}
        error={form.errorOf('time')}
        width={5}
      />
      <TextField
        {...form.register('venue')}
        label={t('steps.venue')}
        error={form.errorOf('venue')}
      />
      <Button type="submit" busy={form.formState.isSubmitting}>
        {t('steps.planSend')}
      </Button>
    </form>
  )
}
