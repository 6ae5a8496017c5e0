import {
  type Contact,
  type ContactInput,
  contactInput,
  contactsContract as contract,
  newContact,
} from '@howcanwe/shared/contacts'
import { THEMES } from '@howcanwe/shared/places'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import {
  Button,
  Checkboxes,
  Details,
  ErrorSummary,
  Radios,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { useBook } from './contacts.queries.ts'

/** Blank boxes say nothing, and are not wrong answers. */
const blankIsNull = {
  setValueAs: (typed: unknown) =>
    typeof typed === 'string' && typed.trim() !== '' ? typed.trim() : null,
}
const { theyKnow: _, ...shape } = newContact.shape
/** As it is asked: two choices, none of them made beforehand. */
const asked = z.strictObject({ ...shape, know: z.enum(['yes', 'no']) })

type Said = 'organisationName' | 'contactName' | 'email' | 'phone' | 'themes' | 'areas' | 'notes'

interface Form {
  register: (name: Said, options?: typeof blankIsNull) => object
  errorOf: (name: string) => string | undefined
}

function Fields({ form: { register, errorOf } }: { form: Form }) {
  const { t } = useTranslation(['contacts', 'places'])
  const field = (name: Said, options?: typeof blankIsNull) => ({
    ...(register(name, options) as { name: string }),
    label: t(`contacts:column.${name}`),
    error: errorOf(name),
    autoComplete: 'off',
  })
  return (
    <>
      <TextField {...field('organisationName')} />
      <TextField {...field('contactName')} optional width={30} />
      <TextField {...field('email', blankIsNull)} type="email" spellCheck={false} width={30} />
      <TextField
        {...field('phone', blankIsNull)}
        type="tel"
        hint={t('contacts:form.oneIsEnough')}
        width={20}
      />
      <TextField {...field('areas')} optional />
      <TextArea
        {...field('notes')}
        rows={3}
        hint={t('contacts:form.notesHint')}
        seenBy={t('contacts:form.seenBy')}
        optional
      />
      <Details summary={t('contacts:column.themes')}>
        <Checkboxes
          {...(register('themes') as { name: string })}
          legend={t('contacts:column.themes')}
          choices={THEMES.map((value) => ({ value, label: t(`places:themes.${value}`) }))}
        />
      </Details>
    </>
  )
}

/** Adds somebody by hand. Needs `contacts`, `places`. */
export function AddContact({ placeId, onAdded }: { placeId: string; onAdded: () => void }) {
  const { t } = useTranslation('contacts')
  const call = useCall()
  const { afterwards } = useBook()
  const f = useSchemaForm({
    schema: asked,
    ns: 'contacts',
    defaultValues: {
      ...{ organisationName: '', contactName: '', themes: [], areas: '', notes: '', source: '' },
    },
  })
  const send = f.handleSubmit(async ({ know, ...said }) => {
    const body = { ...said, theyKnow: know === 'yes' }
    try {
      await afterwards(await call(contract.add, { params: { placeId }, body }))
      f.reset()
      onAdded()
    } catch (error) {
      f.refuse(error)
    }
  })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={f.summary} />
      <Fields form={f} />
      <TextField
        {...f.register('source')}
        label={t('source.label')}
        hint={t('source.hint')}
        error={f.errorOf('source')}
        autoComplete="off"
      />
      <Radios
        {...f.register('know')}
        legend={t('know.one')}
        error={f.errorOf('know')}
        choices={[
          { value: 'yes', label: t('know.yes') },
          { value: 'no', label: t('know.no'), hint: t('know.noHint') },
        ]}
      />
      <Button type="submit" busy={f.formState.isSubmitting}>
        {t('form.add')}
      </Button>
    </form>
  )
}

const saidOf = (contact: Contact): ContactInput => ({
  organisationName: contact.organisationName,
  contactName: contact.contactName,
  email: contact.email,
  phone: contact.phone,
  themes: contact.themes,
  areas: contact.areas,
  notes: contact.notes,
})

/** Changes an entry. Needs `contacts`, `places`. */
export function ChangeContact({ contact, onSaved }: { contact: Contact; onSaved: () => void }) {
  const { t } = useTranslation('contacts')
  const call = useCall()
  const { afterwards } = useBook()
  const f = useSchemaForm({
    schema: contactInput,
    ns: 'contacts',
    defaultValues: saidOf(contact),
  })
  const send = f.handleSubmit(async (body) => {
    const { id: contactId, version: ifMatch } = contact
    try {
      await call(contract.change, { params: { contactId }, body }, { ifMatch }).then(afterwards)
      onSaved()
    } catch (error) {
      f.refuse(error)
    }
  })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={f.summary} />
      <Fields form={f} />
      <Button type="submit" busy={f.formState.isSubmitting}>
        {t('form.save')}
      </Button>
    </form>
  )
}
