import {
  type BrokerCase,
  casesContract,
  type changeCase,
  STAGES,
  type Stage,
  startCase,
} from '@howcanwe/shared/cases'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { keyOf } from '../../lib/api.ts'
import { isProblem, sentenceOf } from '../../lib/errors.ts'
import { useSchemaForm } from '../../lib/form.ts'
import {
  Button,
  DateField,
  ErrorSummary,
  Notice,
  Radios,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { useCaseChange } from './cases.queries.ts'

const typed = z.object({
  title: startCase.shape.title,
  nextAction: z.string().check(z.maxLength(300)),
  dueOn: z.union([z.literal(''), z.iso.date()]),
  neutralityNote: z.string().check(z.maxLength(600)),
})

/** What comes next and by when, and what to keep in mind about standing in the middle. */
export function CaseNext({ of: one }: { of: BrokerCase }) {
  const { t } = useTranslation('cases')
  const client = useQueryClient()
  const [saved, setSaved] = useState(0)
  const [behind, setBehind] = useState(false)
  const form = useSchemaForm({
    schema: typed,
    ns: 'cases',
    defaultValues: {
      title: one.title,
      nextAction: one.nextAction,
      dueOn: one.dueOn ?? '',
      neutralityNote: one.neutralityNote,
    },
  })
  const change = useCaseChange((call, body: z.input<typeof changeCase>) =>
    call(casesContract.change, { params: { caseId: one.id }, body }, { ifMatch: one.version }),
  )
  const send = form.handleSubmit(async ({ dueOn, ...rest }) => {
    try {
      await change.mutateAsync({ ...rest, dueOn: dueOn || null })
      setSaved((n) => n + 1)
      setBehind(false)
    } catch (error) {
      if (!isProblem(error, 'request.stale')) return form.refuse(error)
      await client.invalidateQueries({ queryKey: keyOf(casesContract.read) })
      setBehind(true)
    }
  })
  return (
    <form noValidate onSubmit={send} aria-label={t('next.title')}>
      <ErrorSummary errors={form.summary} />
      {saved > 0 ? <Notice key={saved} kind="success" heading={t('next.saved')} /> : null}
      {behind ? (
        <Notice kind="warning" heading={t('next.stale')} focus>
          <p className="govuk-body">
            {t('next.now', { next: one.nextAction || t('next.nothing') })}
          </p>
        </Notice>
      ) : null}
      <TextField
        {...form.register('nextAction')}
        label={t('next.label')}
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
      <TextArea
        {...form.register('neutralityNote')}
        label={t('next.neutral')}
        hint={t('next.neutralHint')}
        optional
        rows={2}
        error={form.errorOf('neutralityNote')}
      />
      <TextField {...form.register('title')} label={t('next.name')} error={form.errorOf('title')} />
      <Button type="submit" kind="secondary" busy={change.isPending}>
        {t('next.go')}
      </Button>
    </form>
  )
}

/** The four stages of the partnering cycle; a case may go either way. */
export function CaseStage({ of: one }: { of: BrokerCase }) {
  const { t } = useTranslation(['cases', 'problems'])
  const [stage, setStage] = useState<Stage>(one.stage)
  const [same, setSame] = useState(false)
  const move = useCaseChange((call, to: Stage) =>
    call(casesContract.move, { params: { caseId: one.id }, body: { stage: to } }),
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setSame(stage === one.stage)
        if (stage !== one.stage) move.mutate(stage)
      }}
    >
      {move.error ? <Notice kind="warning" heading={sentenceOf(t, move.error)} /> : null}
      {same ? <Notice kind="success" heading={t('cases:stage.same')} /> : null}
      {move.isSuccess && !same ? (
        <Notice key={one.moves.length} kind="success" heading={t('cases:stage.moved')} />
      ) : null}
      <Radios
        name="stage"
        legend={t('cases:stage.title')}
        choices={STAGES.map((value) => ({ value, label: t(`cases:stage.${value}`) }))}
        value={stage}
        onChange={(event) => setStage(event.target.value as Stage)}
      />
      <Button type="submit" kind="secondary" busy={move.isPending}>
        {t('cases:stage.go')}
      </Button>
    </form>
  )
}
