import { type DeskProposal, proposalsContract } from '@howcanwe/shared/proposals'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, Details, ErrorSummary, Link, Notice, TextField } from '../../ui/index.ts'

const sheet = z.strictObject({
  people: z.string().check(
    z.refine((n) => /^\d{1,3}$/.test(n) && Number(n) >= 1 && Number(n) <= 500, {
      error: 'not_allowed',
    }),
  ),
  heldBy: z.string().check(z.minLength(3), z.maxLength(120)),
})
const spoken = z.strictObject({
  firstName: z.string().check(z.minLength(1), z.maxLength(40)),
  contact: z.string().check(z.minLength(6), z.maxLength(254)),
})

interface AddSupportProps {
  item: DeskProposal
  /** Where the sheet to sign is printed. */
  sheetAt: string
  onDone: () => void
}

/** Support that came by telephone or on paper: one person, or a sheet that is counted apart. */
export function AddSupport({ item, sheetAt, onDone }: AddSupportProps) {
  const { t } = useTranslation('proposals')
  return (
    <Details summary={t('desk.addSupport')}>
      <Spoken item={item} onDone={onDone} />
      <h4 className="govuk-heading-s">{t('desk.sheet')}</h4>
      <p className="govuk-body">
        <Link className="govuk-link" to={sheetAt}>
          {t('sheet.print')}
        </Link>
      </p>
      <Sheet item={item} onDone={onDone} />
    </Details>
  )
}

function Spoken({ item, onDone }: { item: DeskProposal; onDone: () => void }) {
  const { t, i18n } = useTranslation('proposals')
  const call = useCall()
  const form = useSchemaForm({
    schema: spoken,
    ns: 'proposals',
    defaultValues: { firstName: '', contact: '' },
  })
  const [counted, setCounted] = useState('')
  const send = form.handleSubmit(
    async ({ firstName, contact }) => {
      setCounted('')
      const contactBy = contact.includes('@') ? ('email' as const) : ('phone' as const)
      const language = i18n.language === 'nl' ? ('nl' as const) : ('en' as const)
      try {
        const body = { firstName, contact, contactBy, language }
        await call(proposalsContract.typeSupport, { params: { proposalId: item.id }, body })
        form.reset()
        setCounted(firstName)
        onDone()
      } catch (error) {
        form.refuse(error)
      }
    },
    () => setCounted(''),
  )
  return (
    <form noValidate onSubmit={send}>
      <p className="govuk-body">{t('desk.spokenLead')}</p>
      {counted ? (
        <Notice kind="success" heading={t('desk.did.counted', { name: counted })} focus />
      ) : null}
      <ErrorSummary errors={form.summary} />
      <TextField
        {...form.register('firstName')}
        id={`firstName-${item.id}`}
        label={t('form.them.firstName')}
        error={form.errorOf('firstName')}
        autoComplete="off"
        width={20}
      />
      <TextField
        {...form.register('contact')}
        id={`contact-${item.id}`}
        label={t('desk.spokenContact')}
        error={form.errorOf('contact')}
        autoComplete="off"
      />
      <Button type="submit" kind="secondary" busy={form.formState.isSubmitting}>
        {t('desk.spokenSend')}
      </Button>
    </form>
  )
}

function Sheet({ item, onDone }: { item: DeskProposal; onDone: () => void }) {
  const { t } = useTranslation('proposals')
  const call = useCall()
  const form = useSchemaForm({
    schema: sheet,
    ns: 'proposals',
    defaultValues: { people: '', heldBy: '' },
  })
  const [added, setAdded] = useState(0)
  const send = form.handleSubmit(
    async ({ people, heldBy }) => {
      setAdded(0)
      try {
        const body = { people: Number(people), heldBy }
        await call(proposalsContract.addSheet, { params: { proposalId: item.id }, body })
        form.reset()
        setAdded(body.people)
        onDone()
      } catch (error) {
        form.refuse(error)
      }
    },
    () => setAdded(0),
  )
  return (
    <form noValidate onSubmit={send}>
      {added > 0 ? (
        <Notice kind="success" heading={t('desk.did.sheet', { count: added })} focus />
      ) : null}
      <ErrorSummary errors={form.summary} />
      <TextField
        {...form.register('people')}
        id={`people-${item.id}`}
        label={t('desk.sheetPeople')}
        error={form.errorOf('people')}
        inputMode="numeric"
        width={3}
      />
      <TextField
        {...form.register('heldBy')}
        id={`heldBy-${item.id}`}
        label={t('desk.sheetHeldBy')}
        hint={t('desk.sheetHeldByHint')}
        error={form.errorOf('heldBy')}
      />
      <Button type="submit" kind="secondary" busy={form.formState.isSubmitting}>
        {t('desk.sheetSend')}
      </Button>
    </form>
  )
}
