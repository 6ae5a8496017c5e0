import {
  CONTACT_BY,
  codesignContract,
  type Group,
  joinGroup,
  WAYS,
} from '@howcanwe/shared/codesign'
import type { Result } from '@howcanwe/shared/http'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { keyOf, useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import {
  Button,
  Checkboxes,
  type Choice,
  ErrorSummary,
  Radios,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { Consent } from './consent.tsx'
import { newRepeatKey } from './repeat-key.ts'

export type Slip = Result<typeof codesignContract.join>

/** The parts of a box for one way of being reached; the browser helps to fill it in. */
const BOX = {
  email: { type: 'email', autoComplete: 'email', spellCheck: false },
  phone: { type: 'tel', autoComplete: 'tel' },
  someone: { type: 'text', autoComplete: 'off' },
} as const

export interface JoinFormProps {
  group: Group
  /** What joining means, word for word, and its version, which is sent along. */
  agreement: { version: string; sentences: ReactNode }
  /** Whom it is done for, and how they are reached: only an address or number of their own will do. */
  forSomebody?: { firstName: string; contactBy: 'email' | 'phone'; contact: string } | undefined
  onJoined: (slip: Slip) => void
}

/**
 * Joining in about two minutes (CD2, J-17): a first name, one way to be reached, how to take part, what is needed.
 * Nothing of it is kept on the device, because phones and library computers are shared.
 */
export function JoinForm({ group, agreement, forSomebody, onJoined }: JoinFormProps) {
  const { t, i18n } = useTranslation('codesign')
  const call = useCall()
  const client = useQueryClient()
  const repeatKey = useRef<string>(undefined)
  const name = group.facilitator.name || t('join.someoneWhoRuns')
  const form = useSchemaForm({
    schema: joinGroup,
    ns: 'codesign',
    defaultValues: {
      firstName: '',
      contact: '',
      ...forSomebody,
      ways: [],
      needs: '',
      language: i18n.language === 'nl' ? 'nl' : 'en',
      consentVersion: agreement.version,
      website: '',
    },
  })
  const by = form.watch('contactBy')
  const send = form.handleSubmit(async () => {
    repeatKey.current ??= newRepeatKey()
    try {
      const args = { params: { groupId: group.id }, body: form.getValues() }
      const slip = await call(codesignContract.join, args, { idempotencyKey: repeatKey.current })
      void client.invalidateQueries({ queryKey: keyOf(codesignContract.read) })
      onJoined(slip)
    } catch (error) {
      form.refuse(error)
    }
  })
  const seenBy = t('join.seenBy', { name })
  const reached: Choice[] = CONTACT_BY.map((value) => ({
    value,
    label: t(`join.contactBy.${value}`),
    reveals: (
      <TextField
        {...form.register('contact')}
        {...BOX[value]}
        label={t(`join.contact.${value}`)}
        hint={value === 'someone' ? t('join.contact.someoneHint') : undefined}
        error={form.errorOf('contact')}
      />
    ),
  }))
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={form.summary.filter((e) => e.name !== 'contact' || by)} />
      <TextField
        {...form.register('firstName')}
        label={t('join.firstName.label')}
        hint={t('join.firstName.hint')}
        seenBy={seenBy}
        error={form.errorOf('firstName')}
        autoComplete="given-name"
        width={20}
      />
      <Radios
        {...form.register('contactBy')}
        {...(forSomebody ? { defaultValue: forSomebody.contactBy } : {})}
        legend={t('join.contactBy.label')}
        seenBy={seenBy}
        error={form.errorOf('contactBy')}
        choices={reached}
      />
      <Checkboxes
        {...form.register('ways')}
        legend={t('join.ways.label')}
        hint={t('join.ways.hint')}
        error={form.errorOf('ways')}
        choices={WAYS.map((value) => ({ value, label: t(`join.ways.${value}`) }))}
      />
      <TextArea
        {...form.register('needs')}
        label={t('join.needs.label')}
        hint={t('join.needs.hint')}
        seenBy={t('join.needs.seenBy', { name })}
        error={form.errorOf('needs')}
        optional
        rows={3}
      />
      <div hidden>
        <input {...form.register('website')} tabIndex={-1} autoComplete="off" aria-hidden="true" />
      </div>
      <Consent {...agreement} />
      <Button type="submit" busy={form.formState.isSubmitting}>
        {t('join.send')}
      </Button>
    </form>
  )
}
