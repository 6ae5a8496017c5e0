import { proposalsContract } from '@howcanwe/shared/proposals'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, Details, ErrorSummary, Notice, Radios, TextArea } from '../../ui/index.ts'

/** As whom somebody may sponsor: an elected member (null), or an organisation of theirs. */
export interface SponsorAs {
  organisationId: string | null
  name: string
}

const schema = z.strictObject({
  as: z.string().check(z.minLength(1)),
  because: z.string().check(z.minLength(10), z.maxLength(300)),
})
const ELECTED = 'elected'

/** Sponsoring in public, by name: from then on somebody has to answer. */
export function SponsorForm({
  proposalId,
  choices,
  onDone,
}: {
  proposalId: string
  choices: readonly SponsorAs[]
  onDone: () => void
}) {
  const { t } = useTranslation('proposals')
  const call = useCall()
  const [done, setDone] = useState(false)
  const first = choices[0]?.organisationId ?? ELECTED
  const form = useSchemaForm({ schema, ns: 'proposals', defaultValues: { as: first, because: '' } })
  const send = form.handleSubmit(async ({ as, because }) => {
    try {
      const organisationId = as === ELECTED ? null : as
      await call(proposalsContract.sponsor, {
        params: { proposalId },
        body: { organisationId, because },
      })
      setDone(true)
      onDone()
    } catch (error) {
      form.refuse(error)
    }
  })
  if (done) return <Notice kind="success" heading={t('sponsor.done')} focus />
  return (
    <Details summary={t('sponsor.title')}>
      <form noValidate onSubmit={send}>
        <p className="govuk-body">{t('sponsor.lead')}</p>
        <ErrorSummary errors={form.summary} />
        {choices.length > 1 ? (
          <Radios
            {...form.register('as')}
            id={`as-${proposalId}`}
            defaultValue={first}
            legend={t('sponsor.as')}
            choices={choices.map((one) => ({
              value: one.organisationId ?? ELECTED,
              label: one.name,
            }))}
          />
        ) : null}
        <TextArea
          {...form.register('because')}
          id={`because-${proposalId}`}
          label={t('sponsor.because')}
          hint={t('sponsor.becauseHint')}
          error={form.errorOf('because')}
          rows={3}
          maxCharacters={300}
        />
        <Button type="submit" busy={form.formState.isSubmitting}>
          {t('sponsor.send')}
        </Button>
      </form>
    </Details>
  )
}
