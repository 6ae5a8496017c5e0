import { addNote, casesContract, type QueueItem } from '@howcanwe/shared/cases'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { keyOf, useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, Details, ErrorSummary, Radios, TextArea, TextField } from '../../ui/index.ts'
import { minutesTyped } from './minutes-typed.ts'

const KINDS = ['call', 'visit'] as const
const typed = z.object({
  kind: z.enum(KINDS),
  minutes: minutesTyped,
  outcome: addNote.shape.outcome,
})

/** Whoever waits for a call or a visit: written down, they wait no longer. */
export function NoteBox({
  placeId,
  item,
  onNoted,
}: {
  placeId: string
  item: QueueItem
  onNoted: (title: string) => void
}) {
  const { t } = useTranslation('cases')
  const call = useCall()
  const client = useQueryClient()
  const form = useSchemaForm({
    schema: typed,
    ns: 'cases',
    defaultValues: { kind: 'call' as const, minutes: '', outcome: '' },
  })
  const { organisationId, registerEntryId, challenge, title } = item
  const note = useMutation({
    mutationFn: (said: Omit<z.input<typeof addNote>, 'challengeId'>) =>
      call(casesContract.note, {
        params: { placeId },
        body: { challengeId: challenge?.id ?? null, organisationId, registerEntryId, ...said },
      }),
  })
  const send = form.handleSubmit(async ({ minutes, ...said }) => {
    try {
      await note.mutateAsync({ ...said, minutes: Number(minutes) })
      onNoted(title)
      await Promise.all(
        [casesContract.queue, casesContract.figures, casesContract.read].map((endpoint) =>
          client.invalidateQueries({ queryKey: keyOf(endpoint) }),
        ),
      )
    } catch (error) {
      form.refuse(error)
    }
  })
  const own = `${organisationId ?? ''}${registerEntryId ?? ''}${challenge?.id ?? ''}`
  return (
    <Details summary={t('note.title')}>
      <form noValidate onSubmit={send} aria-label={t('note.for', { name: title })}>
        <ErrorSummary
          errors={form.summary.map((e) => ('name' in e ? { ...e, name: `${e.name}-${own}` } : e))}
        />
        <Radios
          {...form.register('kind')}
          id={`f-kind-${own}`}
          legend={t('log.what')}
          defaultValue="call"
          choices={KINDS.map((kind) => ({ value: kind, label: t(`action.${kind}`) }))}
        />
        <TextField
          {...form.register('minutes')}
          id={`f-minutes-${own}`}
          label={t('log.minutes')}
          inputMode="numeric"
          width={3}
          error={form.errorOf('minutes')}
        />
        <TextArea
          {...form.register('outcome')}
          id={`f-outcome-${own}`}
          label={t('log.outcome')}
          seenBy={t('log.seenBy')}
          optional
          rows={2}
          error={form.errorOf('outcome')}
        />
        <Button type="submit" kind="secondary" busy={note.isPending}>
          {t('note.go')}
        </Button>
      </form>
    </Details>
  )
}
