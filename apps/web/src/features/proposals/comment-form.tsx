import { type OwnProposal, proposalsContract } from '@howcanwe/shared/proposals'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ErrorSummary, TextArea } from '../../ui/index.ts'
import type { Door } from './door.ts'

const schema = z.strictObject({
  text: z.string().check(z.minLength(3), z.maxLength(1000)),
  wording: z.string().check(
    z.refine((said) => said === '' || said.trim().length >= 12),
    z.maxLength(160),
  ),
})

/** A co-author says what should be different, or gives another wording. */
export function CommentForm({ door, onSaid }: { door: Door; onSaid: (own: OwnProposal) => void }) {
  const { t } = useTranslation('proposals')
  const call = useCall()
  const [sent, setSent] = useState(false)
  const form = useSchemaForm({ schema, ns: 'proposals', defaultValues: { text: '', wording: '' } })
  const send = form.handleSubmit(async ({ text, wording }) => {
    try {
      const body = { door, text, wording: wording.trim() || null }
      onSaid(await call(proposalsContract.comment, { body }))
      form.reset()
      setSent(true)
    } catch (error) {
      form.refuse(error)
    }
  })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={form.summary} />
      <TextArea
        {...form.register('text')}
        label={t('draft.say')}
        error={form.errorOf('text')}
        rows={4}
        maxCharacters={1000}
      />
      <TextArea
        {...form.register('wording')}
        label={t('draft.wording')}
        error={form.errorOf('wording')}
        rows={2}
        maxCharacters={160}
        optional
      />
      <Button type="submit" busy={form.formState.isSubmitting}>
        {t('draft.send')}
      </Button>
      <p className="govuk-body" role="status">
        {sent ? t('draft.sent') : ''}
      </p>
    </form>
  )
}
