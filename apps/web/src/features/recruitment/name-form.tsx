import { CONTACT_BY, WAYS } from '@howcanwe/shared/codesign'
import type { Result } from '@howcanwe/shared/http'
import {
  type PutNameIn,
  putNameIn,
  type Recruitment,
  recruitmentContract,
} from '@howcanwe/shared/recruitment'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, Checkboxes, type Choice, ErrorSummary, Radios, TextField } from '../../ui/index.ts'
import { type Answers, given, Questions, SensitiveYes, saysSensitive } from './draw-questions.tsx'

export type PutIn = Result<typeof recruitmentContract.putIn>

const BOX = {
  email: { type: 'email', autoComplete: 'email', spellCheck: false },
  phone: { type: 'tel', autoComplete: 'tel' },
  someone: { type: 'text', autoComplete: 'off' },
} as const

export interface NameFormProps {
  recruitment: Recruitment
  /** What putting a name in means, word for word, and its version. */
  agreement: { version: string; sentences: ReactNode }
  special: { version: string; sentences: ReactNode }
  facilitator: string
  onIn: (slip: PutIn) => void
}

/** Putting a name in (CD2, CD7): nothing of it is kept on the device, because phones and computers are shared. */
export function NameForm({ recruitment, agreement, special, facilitator, onIn }: NameFormProps) {
  const { t, i18n } = useTranslation('recruitment')
  const call = useCall()
  const [answers, setAnswers] = useState<Answers>({})
  const [agrees, setAgrees] = useState(false)
  const form = useSchemaForm({
    schema: putNameIn,
    ns: 'recruitment',
    defaultValues: {
      ...{ firstName: '', contact: '', ways: [], answers: [], website: '' },
      language: i18n.language === 'nl' ? 'nl' : 'en',
      consentVersion: agreement.version,
      specialConsentVersion: null,
    },
  })
  const isSensitive = saysSensitive(recruitment, answers)
  const send = form.handleSubmit(async () => {
    const body: PutNameIn = {
      ...form.getValues(),
      answers: given(answers),
      specialConsentVersion: isSensitive && agrees ? special.version : null,
    }
    try {
      onIn(
        await call(recruitmentContract.putIn, { params: { groupId: recruitment.group.id }, body }),
      )
    } catch (error) {
      form.refuse(error)
    }
  })
  const by = form.watch('contactBy')
  const seenBy = t('name.seenBy', { name: facilitator || t('name.someone') })
  const reached: Choice[] = CONTACT_BY.map((value) => ({
    value,
    label: t(`name.contactBy.${value}`),
    reveals: (
      <TextField
        {...form.register('contact')}
        {...BOX[value]}
        label={t(`name.contact.${value}`)}
        hint={value === 'someone' ? t('name.contact.someoneHint') : undefined}
        error={form.errorOf('contact')}
      />
    ),
  }))
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={form.summary.filter((e) => e.name !== 'contact' || by)} />
      <TextField
        {...form.register('firstName')}
        label={t('name.firstName.label')}
        hint={t('name.firstName.hint')}
        seenBy={seenBy}
        error={form.errorOf('firstName')}
        autoComplete="given-name"
        width={20}
      />
      <Radios
        {...form.register('contactBy')}
        legend={t('name.contactBy.label')}
        seenBy={seenBy}
        error={form.errorOf('contactBy')}
        choices={reached}
      />
      <Checkboxes
        {...form.register('ways')}
        legend={t('name.ways.label')}
        hint={t('name.ways.hint')}
        error={form.errorOf('ways')}
        choices={WAYS.map((value) => ({ value, label: t(`name.ways.${value}`) }))}
      />
      <Questions recruitment={recruitment} answers={answers} onAnswers={setAnswers} />
      {isSensitive ? (
        <SensitiveYes sentences={special.sentences} agrees={agrees} onAgrees={setAgrees} />
      ) : null}
      <div hidden>
        <input {...form.register('website')} tabIndex={-1} autoComplete="off" aria-hidden="true" />
      </div>
      <p className="govuk-body">{t('name.consent')}</p>
      {agreement.sentences}
      <Button type="submit" busy={form.formState.isSubmitting}>
        {t('name.send')}
      </Button>
    </form>
  )
}
