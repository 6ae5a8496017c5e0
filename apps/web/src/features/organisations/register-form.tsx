import type { Me } from '@howcanwe/shared/identity'
import {
  organisationsContract as contract,
  INCOME_BANDS,
  KINDS,
  type Organisation,
  type RegisterCandidate,
} from '@howcanwe/shared/organisations'
import type { Place } from '@howcanwe/shared/places'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dropDraft, keepDraft, readDraft } from '../../lib/drafts.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { useFormats } from '../../lib/format.ts'
import {
  Button,
  Checkboxes,
  Details,
  ErrorSummary,
  Notice,
  Select,
  TextField,
} from '../../ui/index.ts'
import { BranchFields } from './branch-fields.tsx'
import { ContactFields, orNull } from './contact-fields.tsx'
import { AreasField, ThemesField } from './fields.tsx'
import { type Registration, useRegister } from './organisations.queries.ts'
import { OwnEntry } from './own-entry.tsx'
import {
  answersFrom,
  asksParent,
  blank,
  forSomebody,
  fromDevice,
  withBand,
} from './registration.ts'

const DRAFT = 'register-organisation'

export interface RegisterFormProps {
  place: Place
  me: Me
  onDone: (organisation: Organisation) => void
  /** A broker types for somebody: nothing of theirs is filled in or kept on the device, and it is sent elsewhere (PE3). */
  typing?: { send: (body: Registration) => Promise<void>; extra: ReactNode }
}

/** The form with its device copy: what was written survives a dead battery, but is never sent by itself. */
function useRegisterForm({
  place,
  me,
  typing,
}: Pick<RegisterFormProps, 'place' | 'me' | 'typing'>) {
  const isOwn = typing === undefined
  const [keptAt, setKeptAt] = useState<Date | null>(null)
  const form = useSchemaForm<Registration>({
    schema: contract.register.body,
    ns: 'organisations',
    defaultValues: isOwn ? blank(place.id, me) : forSomebody(place.id),
  })
  const { reset, watch } = form
  useEffect(() => {
    if (!isOwn) return
    const draft = readDraft(DRAFT)
    const values = fromDevice(draft?.value, place.id)
    if (draft && values) {
      reset({ ...blank(place.id, me), ...values })
      setKeptAt(draft.at)
    }
  }, [reset, place.id, me, isOwn])
  useEffect(() => {
    if (!isOwn) return
    const { unsubscribe } = watch(({ declared: _, ...values }) => keepDraft(DRAFT, values))
    return unsubscribe
  }, [watch, isOwn])
  return { form, keptAt }
}

/** Six answers and a tick; the charity register fills in what it knows. */
export function RegisterForm({ place, me, onDone, typing }: RegisterFormProps) {
  const { t } = useTranslation('organisations')
  const formats = useFormats()
  const register = useRegister()
  const { form, keptAt } = useRegisterForm({ place, me, ...(typing ? { typing } : {}) })
  const [entry, setEntry] = useState<RegisterCandidate | 'none' | null>(null)
  const { errorOf, setValue } = form

  const pick = (picked: RegisterCandidate | 'none') => {
    setEntry(picked)
    if (picked === 'none') return setValue('registerEntryId', undefined)
    const answers = answersFrom(picked)
    setValue('registerEntryId', answers.registerEntryId)
    setValue('name', answers.name)
    setValue('kind', answers.kind)
    setValue('themes', answers.themes)
    if (answers.incomeBand) setValue('incomeBand', answers.incomeBand)
  }
  const send = form.handleSubmit(async () => {
    const typed = form.getValues()
    const body = { ...typed, parent: withBand(typed.parent, typed.incomeBand) }
    if (!body.contact.email && !body.contact.phone) {
      form.setError('contact.email', { message: t('errors.contact.email.required') })
      return
    }
    try {
      if (typing) return await typing.send(body)
      const organisation = await register(body)
      dropDraft(DRAFT)
      onDone(organisation)
    } catch (error) {
      form.refuse(error)
    }
  })
  const number = form.watch('registerNumber') ?? ''
  const parent = form.watch('parent') ?? null
  return (
    <form noValidate onSubmit={send}>
      {keptAt ? <Notice heading={t('register.draft', { when: formats.moment(keptAt) })} /> : null}
      <ErrorSummary errors={form.summary} />
      <TextField
        {...form.register('name')}
        label={t('fields.name')}
        hint={t('fields.nameHint')}
        error={errorOf('name')}
        autoComplete="organization"
      />
      <OwnEntry
        placeId={place.id}
        typed={number.length > 4 ? number : (form.watch('name') ?? '')}
        picked={entry}
        onPick={pick}
      />
      {entry && entry !== 'none' ? null : (
        <Details summary={t('fields.numberSummary')}>
          <TextField
            {...form.register('registerNumber')}
            label={t('fields.number')}
            hint={t('fields.numberHint')}
            error={errorOf('registerNumber')}
            optional
            width={20}
          />
        </Details>
      )}
      <Select
        {...form.register('kind')}
        label={t('fields.kind')}
        placeholder={t('fields.kindChoose')}
        options={KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        error={errorOf('kind')}
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
        placeholder={t('fields.incomeBandChoose')}
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
        onChange={(themes) => setValue('themes', themes)}
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
      <Checkboxes
        legend={t('register.declareLegend')}
        name="declared"
        error={errorOf('declared')}
        choices={[{ value: 'yes', label: t('fields.declared') }]}
        value={form.watch('declared') ? ['yes'] : []}
        onChange={async ({ target }) => setValue('declared', target.checked as true)}
      />
      {typing?.extra}
      <Button type="submit" busy={form.formState.isSubmitting}>
        {form.formState.isSubmitting ? t('register.sending') : t('register.send')}
      </Button>
    </form>
  )
}
