import {
  OUTCOMES,
  outcomeBody,
  type Plan,
  type SessionInside,
  sessionsContract,
} from '@howcanwe/shared/sessions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import {
  Button,
  ButtonGroup,
  Details,
  ErrorSummary,
  Notice,
  Radios,
  Select,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { Refused } from './refused.tsx'
import { type At, useSessionAct } from './sessions.queries.ts'

const HELD = new Set(['held', 'notes-shared', 'paid', 'closed'])

/** Notes, kept or shared, and what the session led to. */
export function PlanAfter({ session, plan, at }: { session: SessionInside; plan: Plan; at: At }) {
  const { t } = useTranslation('sessions')
  if (!HELD.has(session.state)) return null
  return (
    <section aria-labelledby="plan-after">
      <h2 id="plan-after" className="govuk-heading-m">
        {t('plan.after')}
      </h2>
      <AddOutcome session={session} at={at} />
      <Notes plan={plan} at={at} isShared={session.notesSharedAt !== null} />
    </section>
  )
}

function Notes({ plan, at, isShared }: { plan: Plan; at: At; isShared: boolean }) {
  const { t } = useTranslation('sessions')
  const act = useSessionAct()
  const [notes, setNotes] = useState(plan.draftNotes)
  const write = (share: boolean) =>
    act.mutate((call) => call(sessionsContract.writeNotes, { params: at, body: { notes, share } }))
  return (
    <>
      <Refused error={act.error} />
      {act.isSuccess ? <Notice kind="success" heading={t('plan.notes.kept')} /> : null}
      <TextArea
        name="notes"
        label={t('plan.notes.label')}
        hint={t('plan.notes.hint')}
        rows={8}
        value={notes}
        onChange={({ target }) => setNotes(target.value)}
      />
      <ButtonGroup>
        <Button
          kind="secondary"
          busy={act.isPending || notes.trim() === ''}
          onClick={() => write(false)}
        >
          {t('plan.notes.keep')}
        </Button>
        {isShared ? null : (
          <Button busy={act.isPending || notes.trim() === ''} onClick={() => write(true)}>
            {t('plan.notes.share')}
          </Button>
        )}
      </ButtonGroup>
    </>
  )
}

const { kind, text, who } = outcomeBody.shape
const form = z.strictObject({ kind: z.pipe(z.string(), kind), text, who, itemId: z.string() })

function AddOutcome({ session, at }: { session: SessionInside; at: At }) {
  const { t } = useTranslation('sessions')
  const call = useCall()
  const again = useSessionAct()
  const decidable = session.agenda.items.filter(({ mayDecide }) => mayDecide)
  const defaultValues = { kind: 'action', text: '', who: '', itemId: decidable[0]?.id ?? '' }
  const f = useSchemaForm({ schema: form, ns: 'sessions', defaultValues })
  const [done, setDone] = useState(0)
  const isDecision = f.watch('kind') === 'decision'
  const send = f.handleSubmit(
    async (typed) => {
      try {
        const chosen = z.parse(kind, typed.kind)
        const itemId = chosen === 'decision' ? typed.itemId || null : null
        const body = { kind: chosen, text: typed.text, who: typed.who, itemId }
        const seen = await call(sessionsContract.addOutcome, { params: at, body })
        await again.mutateAsync(async () => seen)
        f.reset(defaultValues)
        setDone((before) => before + 1)
      } catch (error) {
        f.refuse(error)
      }
    },
    () => setDone(0),
  )
  return (
    <Details summary={t('plan.outcome.title')}>
      <form noValidate onSubmit={send}>
        {done > 0 ? (
          <Notice key={done} kind="success" heading={t('plan.outcome.done')} focus />
        ) : null}
        <ErrorSummary errors={f.summary} />
        <Radios
          {...f.register('kind')}
          legend={t('plan.outcome.kind')}
          defaultValue="action"
          choices={OUTCOMES.map((value) => ({
            value,
            label: t(`outcome.${value}`),
            disabled: value === 'decision' && decidable.length === 0,
            hint: value === 'decision' ? t('plan.outcome.decisionHint') : undefined,
          }))}
        />
        {isDecision ? (
          <Select
            {...f.register('itemId')}
            label={t('plan.outcome.item')}
            options={decidable.map((item) => ({ value: item.id, label: item.title }))}
          />
        ) : null}
        <TextArea
          {...f.register('text')}
          label={t('plan.outcome.text')}
          error={f.errorOf('text')}
          rows={2}
          maxCharacters={400}
        />
        <TextField {...f.register('who')} label={t('plan.outcome.who')} optional />
        <Button type="submit" busy={f.formState.isSubmitting}>
          {t('plan.outcome.send')}
        </Button>
      </form>
    </Details>
  )
}
