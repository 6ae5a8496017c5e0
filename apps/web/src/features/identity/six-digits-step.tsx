import { identityContract } from '@howcanwe/shared/identity'
import { type FormEvent, type ReactNode, useId } from 'react'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ButtonGroup, ErrorSummary, TextField } from '../../ui/index.ts'

export interface SixDigitsStepProps {
  requestId: string
  /** What was sent where, and how long it works. */
  sent: ReactNode
  label: string
  hint?: string
  press: string
  again: string
  /** Does what the digits are for; what it throws is shown. */
  onDigits: (body: { requestId: string; code: string }) => Promise<unknown>
  onAgain: () => void
}

/** Six digits went somewhere; here they are typed. A phone offers them from the newest message. */
export function SixDigitsStep({ requestId, onDigits, onAgain, ...words }: SixDigitsStepProps) {
  const id = useId()
  const form = useSchemaForm({
    schema: identityContract.useCode.body,
    ns: 'identity',
    defaultValues: { requestId, code: '' },
  })
  const send = async (event: FormEvent) => {
    await form.handleSubmit(async () => {
      try {
        await onDigits(form.getValues())
      } catch (error) {
        form.refuse(error)
      }
    })(event)
  }
  return (
    <form noValidate onSubmit={send} aria-describedby={id}>
      <ErrorSummary errors={form.summary} />
      <p className="govuk-body" id={id} role="status">
        {words.sent}
      </p>
      <TextField
        {...form.register('code')}
        label={words.label}
        hint={words.hint}
        error={form.errorOf('code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        width={10}
      />
      <ButtonGroup>
        <Button type="submit" busy={form.formState.isSubmitting}>
          {words.press}
        </Button>
        <Button kind="quiet" onClick={onAgain}>
          {words.again}
        </Button>
      </ButtonGroup>
    </form>
  )
}
