import {
  organisationsContract as contract,
  INCOME_BANDS,
  type Organisation,
} from '@howcanwe/shared/organisations'
import type { Place } from '@howcanwe/shared/places'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../../lib/errors.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ButtonGroup, ErrorSummary, Select, TextField } from '../../ui/index.ts'
import { BranchFields } from './branch-fields.tsx'
import { ContactFields, orNull } from './contact-fields.tsx'
import { AreasField, ThemesField } from './fields.tsx'
import { type Change, organisationQuery, useChange } from './organisations.queries.ts'
import { asksParent, withBand } from './registration.ts'

/** Changes what an organisation said of itself. What a colleague saved meanwhile is fetched and shown, never run over. */
export function ChangeForm({
  organisation,
  place,
  onSaved,
  onCancel,
}: {
  organisation: Organisation
  place: Place
  onSaved: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation('organisations')
  const client = useQueryClient()
  const change = useChange(organisation)
  const { name, incomeBand, parent: of, areas, themes, website, contact } = organisation
  const form = useSchemaForm<Change>({
    schema: contract.change.body,
    ns: 'organisations',
    defaultValues: {
      ...{ name, incomeBand, parent: of, themes, website },
      areaIds: areas.map((a) => a.id),
      contact: contact ?? { name: '' },
    },
  })
  const { errorOf, setValue } = form
  const save = form.handleSubmit(async () => {
    try {
      const typed = form.getValues()
      await change({ ...typed, parent: withBand(typed.parent, typed.incomeBand) })
      onSaved()
    } catch (error) {
      form.refuse(error)
      if (!isProblem(error, 'request.stale')) return
      form.setError('root.server', { message: t('page.stale') })
      await client.invalidateQueries({ queryKey: organisationQuery(organisation.id).queryKey })
    }
  })
  const parent = form.watch('parent') ?? null
  return (
    <form noValidate onSubmit={save}>
      <ErrorSummary errors={form.summary} />
      <TextField
        {...form.register('name')}
        label={t('fields.name')}
        error={errorOf('name')}
        autoComplete="organization"
      />
      <BranchFields
        value={parent}
        onChange={(value) => setValue('parent', value)}
        errorOf={errorOf}
      />
      <Select
        {...form.register('incomeBand')}
        label={t(asksParent(parent) ? 'fields.parentBand' : 'fields.incomeBand')}
        hint={t('fields.incomeBandHint')}
        seenBy={t('fields.incomeSeenBy')}
        options={INCOME_BANDS.map((band) => ({ value: band, label: t(`bands.${band}`) }))}
        error={errorOf('incomeBand')}
      />
      <AreasField
        place={place}
        value={form.watch('areaIds') ?? []}
        onChange={(ids) => setValue('areaIds', ids)}
        error={errorOf('areaIds')}
      />
      <ThemesField
        value={form.watch('themes') ?? []}
        onChange={(ticked) => setValue('themes', ticked)}
        error={errorOf('themes')}
      />
      <ContactFields
        bound={{
          name: form.register('contact.name'),
          email: form.register('contact.email', { setValueAs: orNull }),
          phone: form.register('contact.phone', { setValueAs: orNull }),
        }}
        errorOf={errorOf}
      />
      <TextField
        {...form.register('website', { setValueAs: orNull })}
        label={t('fields.website')}
        hint={t('fields.websiteHint')}
        error={errorOf('website')}
        type="url"
        autoComplete="url"
        optional
      />
      <ButtonGroup>
        <Button type="submit" busy={form.formState.isSubmitting}>
          {t('page.save')}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('page.cancel')}
        </Button>
      </ButtonGroup>
    </form>
  )
}
