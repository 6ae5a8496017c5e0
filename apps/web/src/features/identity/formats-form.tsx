import { FORMATS, formatsContract, type MyFormats } from '@howcanwe/shared/formats'
import type { Me } from '@howcanwe/shared/identity'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queryFor, useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { useFormats } from '../../lib/format.ts'
import { Button, Checkboxes, ErrorSummary, Notice } from '../../ui/index.ts'

export interface FormatsFormProps {
  mine: MyFormats
  /** What saving means, word for word. */
  agreement: ReactNode
  /** Its version, sent along. */
  agreementVersion: string | undefined
}

/** How somebody likes to read and follow: a few boxes to tick, and nowhere to say why. */
export function FormatsForm({ mine, agreement, agreementVersion }: FormatsFormProps) {
  const { t } = useTranslation('formats')
  const call = useCall()
  const client = useQueryClient()
  const [saved, setSaved] = useState<'some' | 'none'>()
  const form = useSchemaForm({
    schema: formatsContract.choose.body,
    ns: 'formats',
    defaultValues: { formats: mine.formats },
  })
  const save = form.handleSubmit(async () => {
    setSaved(undefined)
    const { formats } = form.getValues()
    const body = { formats, ...(agreementVersion ? { consentVersion: agreementVersion } : {}) }
    try {
      const now = await call(formatsContract.choose, { body }, { ifMatch: mine.version })
      client.setQueryData(queryFor(formatsContract.mine).queryKey, now)
      client.setQueryData<Me>(['session'], (me) => me && { ...me, version: now.version })
      setSaved(now.formats.length > 0 ? 'some' : 'none')
    } catch (error) {
      form.refuse(error)
    }
  })
  return (
    <form noValidate onSubmit={save}>
      {saved ? <Notice kind="success" heading={t(`saved.${saved}`)} focus /> : null}
      <ErrorSummary errors={form.summary} />
      <Checkboxes
        {...form.register('formats')}
        legend={t('legend')}
        hint={t('hint')}
        seenBy={t('seenBy')}
        error={form.errorOf('formats')}
        choices={FORMATS.map((value) => ({ value, label: t(`choices.${value}`) }))}
      />
      <SeenIn {...mine} />
      <p className="govuk-body">{t('agree')}:</p>
      {agreement}
      <Button type="submit" busy={form.formState.isSubmitting}>
        {t('save')}
      </Button>
    </form>
  )
}

/** Where it stands beside the name just now, so that nobody has to guess. */
function SeenIn({ formats, seenIn, notYetIn }: MyFormats) {
  const { t } = useTranslation('formats')
  const { list } = useFormats()
  const named = (groups: MyFormats['seenIn']) => list(groups.map(({ name }) => name))
  if (seenIn.length + notYetIn.length === 0) return <p className="govuk-body">{t('seenNowhere')}</p>
  const now = formats.length > 0 ? seenIn : []
  const later = formats.length > 0 ? notYetIn : [...seenIn, ...notYetIn]
  return (
    <>
      {now.length > 0 ? <p className="govuk-body">{t('seenIn', { names: named(now) })}</p> : null}
      {later.length > 0 ? (
        <p className="govuk-body">{t('notYetIn', { names: named(later) })}</p>
      ) : null}
    </>
  )
}
