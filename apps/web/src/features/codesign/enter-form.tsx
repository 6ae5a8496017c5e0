import {
  BLOCS,
  CONTACT_BY,
  codesignContract,
  enterMember,
  SAID_BY,
  WAYS,
} from '@howcanwe/shared/codesign'
import type { Result } from '@howcanwe/shared/http'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { keyOf, useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, Checkboxes, ErrorSummary, Radios, TextArea, TextField } from '../../ui/index.ts'

export type Entered = Result<typeof codesignContract.enter>

export interface EnterFormProps {
  groupId: string
  /** What is read to the person, word for word, and its version. */
  agreement: { version: string; sentences: ReactNode }
  /** The number they texted from, where that is how we know of them. */
  number?: string | undefined
  onEntered: (entered: Entered) => void
}

/** Whoever runs a group writes down who rang, wrote or sat at the table (PE3). */
export function EnterForm({ groupId, agreement, number, onEntered }: EnterFormProps) {
  const { t, i18n } = useTranslation('codesign')
  const call = useCall()
  const client = useQueryClient()
  const form = useSchemaForm({
    schema: enterMember,
    ns: 'codesign',
    defaultValues: {
      firstName: '',
      contact: number ?? '',
      ...(number ? { contactBy: 'phone', saidBy: 'phone' } : {}),
      ways: [],
      needs: '',
      organisation: '',
      bloc: 'residents',
      language: i18n.language === 'nl' ? 'nl' : 'en',
      consentVersion: agreement.version,
    },
  })
  const send = form.handleSubmit(async () => {
    try {
      const entered = await call(codesignContract.enter, {
        params: { groupId },
        body: form.getValues(),
      })
      void client.invalidateQueries({ queryKey: keyOf(codesignContract.members) })
      onEntered(entered)
    } catch (error) {
      form.refuse(error)
    }
  })
  const field = (name: 'firstName' | 'contact' | 'organisation' | 'needs') => ({
    ...form.register(name),
    error: form.errorOf(name),
  })
  const choose = (name: 'saidBy' | 'contactBy' | 'bloc') => ({
    ...form.register(name),
    error: form.errorOf(name),
  })
  const by = form.watch('contactBy')
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={form.summary} />
      <Radios
        {...choose('saidBy')}
        legend={t('enter.saidBy.label')}
        choices={SAID_BY.map((value) => ({ value, label: t(`enter.saidBy.${value}`) }))}
      />
      <TextField
        {...field('firstName')}
        label={t('enter.firstName')}
        width={20}
        autoComplete="off"
      />
      <Radios
        {...choose('contactBy')}
        legend={t('enter.contactBy')}
        choices={CONTACT_BY.map((value) => ({ value, label: t(`join.contactBy.${value}`) }))}
      />
      <TextField
        {...field('contact')}
        label={by ? t(`join.contact.${by}`) : t('enter.contact')}
        autoComplete="off"
      />
      <Radios
        {...choose('bloc')}
        legend={t('enter.bloc')}
        hint={t('blocs.thirds')}
        defaultValue="residents"
        choices={BLOCS.map((value) => ({
          value,
          label: t(`blocs.${value}`),
          ...(value === 'residents'
            ? {}
            : {
                reveals: (
                  <TextField {...field('organisation')} label={t('enter.organisation')} optional />
                ),
              }),
        }))}
      />
      <Checkboxes
        {...form.register('ways')}
        legend={t('enter.ways')}
        error={form.errorOf('ways')}
        choices={WAYS.map((value) => ({ value, label: t(`join.ways.${value}`) }))}
      />
      <TextArea
        {...field('needs')}
        label={t('enter.needs')}
        hint={t('join.needs.hint')}
        optional
        rows={3}
      />
      <section className="hcw-read-out" aria-labelledby="read-out">
        <h2 id="read-out" className="govuk-heading-s">
          {t('enter.readTitle')}
        </h2>
        {agreement.sentences}
      </section>
      <Checkboxes
        name="readBack"
        legend={t('enter.readBack')}
        error={form.errorOf('readBack')}
        onChange={(event) =>
          event.currentTarget.checked
            ? form.setValue('readBack', true)
            : form.resetField('readBack')
        }
        choices={[{ value: 'yes', label: t('enter.readBackYes') }]}
      />
      <Button type="submit" busy={form.formState.isSubmitting}>
        {t('enter.send')}
      </Button>
    </form>
  )
}
