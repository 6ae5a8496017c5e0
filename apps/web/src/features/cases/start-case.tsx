import { casesContract, type SubjectIn, startCase } from '@howcanwe/shared/cases'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, DateField, ErrorSummary, Select, TextField } from '../../ui/index.ts'
import { useCaseChange } from './cases.queries.ts'

/** Something a case may be about. */
export interface Choice {
  id: string
  name: string
}

export interface StartCaseProps {
  placeId: string
  challenges: readonly Choice[]
  organisations: readonly Choice[]
  onStarted: (caseId: string) => void
}

const typed = z.object({
  title: startCase.shape.title,
  about: z.string().check(z.minLength(1)),
  other: z.string(),
  nextAction: z.string().check(z.maxLength(300)),
  dueOn: z.union([z.literal(''), z.iso.date()]),
})

/** 'challenge:…' or 'organisation:…', and a second organisation where it is about two. Pure. */
export function subjectOf(about: string, other: string): SubjectIn {
  const [kind, id = ''] = about.split(':')
  if (kind === 'challenge') return { kind, challengeId: id }
  if (other === '') return { kind: 'organisation', organisationId: id }
  return { kind: 'pair', organisationId: id, otherOrganisationId: other }
}

/** Begins a case: what it is called, about whom, what comes next and by when. */
export function StartCase({ placeId, challenges, organisations, onStarted }: StartCaseProps) {
  const { t } = useTranslation('cases')
  const form = useSchemaForm({
    schema: typed,
    ns: 'cases',
    defaultValues: { title: '', about: '', other: '', nextAction: '', dueOn: '' },
  })
  const start = useCaseChange((call, body: z.input<typeof startCase>) =>
    call(casesContract.start, { params: { placeId }, body }),
  )
  const send = form.handleSubmit(async ({ title, about, other, nextAction, dueOn }) => {
    const subject = subjectOf(about, other)
    try {
      const made = await start.mutateAsync({ title, subject, nextAction, dueOn: dueOn || null })
      onStarted(made.id)
    } catch (error) {
      form.refuse(error)
    }
  })
  const about = form.watch('about')
  const named = organisations.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={form.summary} />
      <TextField
        {...form.register('title')}
        label={t('start.name')}
        hint={t('start.nameHint')}
        error={form.errorOf('title')}
      />
      <Select
        {...form.register('about')}
        label={t('start.about')}
        error={form.errorOf('about')}
        placeholder={t('start.choose')}
        options={[
          ...challenges.map(({ id, name }) => ({ value: `challenge:${id}`, label: name })),
          ...organisations.map(({ id, name }) => ({ value: `organisation:${id}`, label: name })),
        ]}
      />
      {about.startsWith('organisation:') ? (
        <Select
          {...form.register('other')}
          label={t('start.other')}
          optional
          placeholder={t('start.alone')}
          options={named.filter(({ value }) => value !== about.split(':')[1])}
        />
      ) : null}
      <TextField
        {...form.register('nextAction')}
        label={t('next.label')}
        optional
        error={form.errorOf('nextAction')}
      />
      <DateField
        name="dueOn"
        legend={t('next.by')}
        value={form.watch('dueOn')}
        onChange={(day) => form.setValue('dueOn', day)}
        error={form.errorOf('dueOn')}
      />
      <Button type="submit" busy={start.isPending}>
        {t('start.go')}
      </Button>
    </form>
  )
}
