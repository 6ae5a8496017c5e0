import {
  PROPOSAL_WORDING,
  type Proposal,
  proposalsContract,
  supportProposal,
} from '@howcanwe/shared/proposals'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ErrorSummary, Notice, Radios, TextField } from '../../ui/index.ts'

/** Standing behind a question: a first name and one contact. It counts once the link we send is pressed. */
export function SupportForm({ proposal }: { proposal: Proposal }) {
  const { t, i18n } = useTranslation('proposals')
  const call = useCall()
  const [sent, setSent] = useState<'email' | 'phone'>()
  const form = useSchemaForm({
    schema: supportProposal,
    ns: 'proposals',
    defaultValues: {
      ...{ firstName: '', contact: '', website: '', wording: PROPOSAL_WORDING },
      language: i18n.language === 'nl' ? 'nl' : 'en',
    },
  })
  const by = form.watch('contactBy')
  const send = form.handleSubmit(async () => {
    try {
      const body = form.getValues()
      await call(proposalsContract.support, { params: { proposalId: proposal.id }, body })
      setSent(body.contactBy)
    } catch (error) {
      form.refuse(error)
    }
  })
  if (sent)
    return (
      <Notice kind="success" heading={t(`support.sent.${sent}`)} focus>
        <p className="govuk-body">{t('support.sentText')}</p>
      </Notice>
    )
  return (
    <form noValidate onSubmit={send} aria-labelledby="support">
      <h2 className="govuk-heading-m" id="support">
        {t('support.title')}
      </h2>
      <p className="govuk-body">{t('support.lead')}</p>
      <ErrorSummary errors={form.summary.filter((e) => e.name !== 'contact' || by)} />
      <TextField
        {...form.register('firstName')}
        label={t('form.you.firstName')}
        error={form.errorOf('firstName')}
        autoComplete="given-name"
        width={20}
      />
      <Radios
        {...form.register('contactBy')}
        legend={t('support.how')}
        hint={t('support.howHint')}
        error={form.errorOf('contactBy')}
        choices={(['email', 'phone'] as const).map((value) => ({
          value,
          label: t(`support.by.${value}`),
          reveals: (
            <TextField
              {...form.register('contact')}
              type={value === 'email' ? 'email' : 'tel'}
              autoComplete={value === 'email' ? 'email' : 'tel'}
              label={t(`form.you.contact.${value}`)}
              error={form.errorOf('contact')}
            />
          ),
        }))}
      />
      <div hidden>
        <input {...form.register('website')} tabIndex={-1} autoComplete="off" aria-hidden="true" />
      </div>
      <Button type="submit" busy={form.formState.isSubmitting}>
        {t('support.send')}
      </Button>
      <p className="govuk-hint">{t('support.never')}</p>
    </form>
  )
}
