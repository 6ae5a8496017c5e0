import { actorsContract, type MapEntry, mapEntryInput } from '@howcanwe/shared/actors'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, Checkboxes, ErrorSummary, TextArea, TextField } from '../../ui/index.ts'
import { linesOf } from './typed-lines.ts'

/** As it is typed: a line each. */
const typed = z.strictObject({
  shown: z.array(z.string()),
  roleInIssue: mapEntryInput.shape.roleInIssue,
  offers: z.string(),
  asks: z.string(),
})

/** Stand on the map or not, and what it says of us. */
export function EntryForm({
  entry,
  onSaved,
}: {
  entry: MapEntry
  onSaved: (saved: MapEntry) => void
}) {
  const { t } = useTranslation('actors')
  const call = useCall()
  const f = useSchemaForm({
    schema: typed,
    ns: 'actors',
    defaultValues: {
      shown: entry.shown ? ['shown'] : [],
      roleInIssue: entry.roleInIssue,
      offers: entry.offers.join('\n'),
      asks: entry.asks.join('\n'),
    },
  })
  const send = f.handleSubmit(async ({ shown, roleInIssue, offers, asks }) => {
    const body = {
      shown: shown.includes('shown'),
      roleInIssue,
      offers: linesOf(offers),
      asks: linesOf(asks),
    }
    const params = { organisationId: entry.organisationId }
    await call(actorsContract.changeEntry, { params, body }, { ifMatch: entry.version }).then(
      onSaved,
      f.refuse,
    )
  })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={f.summary} />
      <Checkboxes
        {...f.register('shown')}
        legend={t('entry.shownLegend')}
        hint={t('entry.shownHint')}
        defaultValue={entry.shown ? ['shown'] : []}
        choices={[{ value: 'shown', label: t('entry.shown', { name: entry.name }) }]}
      />
      <TextField
        {...f.register('roleInIssue')}
        label={t('entry.role')}
        hint={t('entry.roleHint')}
        error={f.errorOf('roleInIssue')}
        optional
      />
      {(['offers', 'asks'] as const).map((which) => (
        <TextArea
          key={which}
          {...f.register(which)}
          label={t(`entry.${which}`)}
          hint={t(`entry.${which}Hint`)}
          error={f.errorOf(which)}
          rows={4}
          optional
        />
      ))}
      <Button type="submit" busy={f.formState.isSubmitting}>
        {t('entry.save')}
      </Button>
    </form>
  )
}
