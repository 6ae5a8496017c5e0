import { casesContract, type SubjectIn, startCase } from '@howcanwe/shared/cases'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, DateField, Details, ErrorSummary, Radios, TextField } from '../../ui/index.ts'
import { useCaseChange } from './cases.queries.ts'
import type { Named } from './name-picker.tsx'
import { PickChallenge, PickOrganisation } from './pickers.tsx'

const KINDS = ['challenge', 'organisation'] as const
const typed = z.object({
  title: startCase.shape.title,
  kind: z.enum(KINDS),
  challenge: z.string(),
  organisation: z.string(),
  other: z.string(),
  nextAction: z.string().check(z.maxLength(300)),
  dueOn: z.union([z.literal(''), z.iso.date()]),
})
type Typed = z.output<typeof typed>
type About = Pick<Typed, 'kind' | 'challenge' | 'organisation' | 'other'>

/** What a case is about, as it was chosen; null where the choice is not made yet. Pure. */
export function subjectOf({ kind, challenge, organisation, other }: About): SubjectIn | null {
  if (kind === 'challenge') return challenge ? { kind, challengeId: challenge } : null
  if (!organisation) return null
  if (!other) return { kind, organisationId: organisation }
  return { kind: 'pair', organisationId: organisation, otherOrganisationId: other }
}

export interface StartCaseProps {
  placeId: string
  /** For whoever stands in for one challenge: they cannot look organisations up. */
  onlyChallenges?: boolean
  onStarted: (caseId: string) => void
}

function useStartCase({ placeId, onlyChallenges, onStarted }: StartCaseProps) {
  const { t } = useTranslation('cases')
  const form = useSchemaForm<Typed>({
    schema: typed,
    ns: 'cases',
    defaultValues: {
      ...{ title: '', challenge: '', organisation: '', other: '', nextAction: '', dueOn: '' },
      ...(onlyChallenges ? { kind: 'challenge' as const } : {}),
    },
  })
  const start = useCaseChange((call, body: z.input<typeof startCase>) =>
    call(casesContract.start, { params: { placeId }, body }),
  )
  const send = form.handleSubmit(async (values) => {
    const { title, kind, challenge, nextAction, dueOn } = values
    const subject = subjectOf(values)
    if (!subject) return form.setError(kind, { message: t(`errors.${kind}.required`) })
    const challengeId = kind === 'organisation' && challenge ? challenge : null
    try {
      const body = { title, subject, challengeId, nextAction, dueOn: dueOn || null }
      onStarted((await start.mutateAsync(body)).id)
    } catch (error) {
      form.refuse(error)
    }
  })
  return { form, send, isPending: start.isPending }
}

/** Begins a case: what it is called, about whom, what comes next and by when. Needs `cases+pick`. */
export function StartCase(props: StartCaseProps) {
  const { t } = useTranslation('cases')
  const { form, send, isPending } = useStartCase(props)
  return (
    <form noValidate onSubmit={send} aria-label={t('start.title')}>
      <ErrorSummary errors={form.summary} />
      <TextField
        {...form.register('title')}
        label={t('start.name')}
        hint={t('start.nameHint')}
        error={form.errorOf('title')}
      />
      {props.onlyChallenges ? null : (
        <Radios
          {...form.register('kind')}
          legend={t('start.about')}
          error={form.errorOf('kind')}
          choices={KINDS.map((value) => ({ value, label: t(`start.kinds.${value}`) }))}
        />
      )}
      <About form={form} placeId={props.placeId} />
      <TextField
        {...form.register('nextAction')}
        label={t('next.label')}
        optional
        error={form.errorOf('nextAction')}
      />
      <DateField
        name="dueOn"
        legend={t('next.by')}
        optional
        value={form.watch('dueOn')}
        onChange={(day) => form.setValue('dueOn', day)}
        error={form.errorOf('dueOn')}
      />
      <Button type="submit" busy={isPending}>
        {t('start.go')}
      </Button>
    </form>
  )
}

type Picks = Partial<Record<'challenge' | 'organisation' | 'other', Named>>

/** Which challenge, or which one or two organisations. */
function About({
  form,
  placeId,
}: {
  form: ReturnType<typeof useStartCase>['form']
  placeId: string
}) {
  const { t } = useTranslation('cases')
  const [picks, setPicks] = useState<Picks>({})
  const picker = (name: keyof Picks) => ({
    name,
    placeId,
    picked: picks[name] ?? null,
    error: form.errorOf(name),
    onPick: (one: Named) => {
      setPicks((before) => ({ ...before, [name]: one }))
      form.setValue(name, one.id)
      form.clearErrors(name)
    },
  })
  const kind = form.watch('kind')
  if (kind === 'challenge')
    return <PickChallenge {...picker('challenge')} label={t('start.challenge')} />
  if (kind !== 'organisation') return null
  return (
    <>
      <PickOrganisation {...picker('organisation')} label={t('start.organisation')} />
      {picks.organisation ? (
        <>
          <Details summary={t('start.other')}>
            <PickOrganisation
              {...picker('other')}
              label={t('start.organisation')}
              but={picks.organisation.id}
            />
          </Details>
          <Details summary={t('start.both')} open={picks.challenge !== undefined}>
            <PickChallenge {...picker('challenge')} label={t('start.challenge')} />
          </Details>
        </>
      ) : null}
    </>
  )
}
