import { CONTACT_BY, SAID_BY, WAYS } from '@howcanwe/shared/codesign'
import {
  type EnteredName,
  enterName,
  type Recruitment,
  recruitmentContract,
} from '@howcanwe/shared/recruitment'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keyOf, useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, Checkboxes, ErrorSummary, Radios, TextField } from '../../ui/index.ts'
import { type Answers, given, Questions, SensitiveYes, saysSensitive } from './draw-questions.tsx'
import './recruitment.scss'

export interface EnterNameFormProps {
  recruitment: Recruitment
  /** What is read to the person, word for word, and its version. */
  agreement: { version: string; sentences: ReactNode }
  special: { version: string; sentences: ReactNode }
  onEntered: (entered: EnteredName) => void
}

/** Whoever draws writes down the name of somebody who rang, wrote or sat at the table (PE3, CD7). */
export function EnterNameForm({ recruitment, agreement, special, onEntered }: EnterNameFormProps) {
  const { t, i18n } = useTranslation('recruitment')
  const call = useCall()
  const client = useQueryClient()
  const [answers, setAnswers] = useState<Answers>({})
  const [agrees, setAgrees] = useState(false)
  const { group } = recruitment
  const form = useSchemaForm({
    schema: enterName,
    ns: 'recruitment',
    defaultValues: {
      ...{ firstName: '', contact: '', ways: [], answers: [] },
      language: i18n.language === 'nl' ? 'nl' : 'en',
      consentVersion: agreement.version,
      specialConsentVersion: null,
    },
  })
  const isSensitive = saysSensitive(recruitment, answers)
  const send = form.handleSubmit(async () => {
    const specialConsentVersion = isSensitive && agrees ? special.version : null
    const body = { ...form.getValues(), answers: given(answers), specialConsentVersion }
    try {
      const entered = await call(recruitmentContract.enterName, {
        params: { groupId: group.id },
        body,
      })
      void client.invalidateQueries({ queryKey: keyOf(recruitmentContract.desk) })
      onEntered(entered)
    } catch (error) {
      form.refuse(error)
    }
  })
  const field = (name: 'saidBy' | 'firstName' | 'contactBy' | 'contact' | 'ways') => ({
    ...form.register(name),
    error: form.errorOf(name),
  })
  const by = form.watch('contactBy')
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={form.summary} />
      <Radios
        {...field('saidBy')}
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
        {...field('contactBy')}
        legend={t('enter.contactBy')}
        choices={CONTACT_BY.map((value) => ({ value, label: t(`name.contactBy.${value}`) }))}
      />
      <TextField
        {...field('contact')}
        label={by ? t(`name.contact.${by}`) : t('enter.contact')}
        autoComplete="off"
      />
      <Checkboxes
        {...field('ways')}
        legend={t('enter.ways')}
        choices={WAYS.map((value) => ({ value, label: t(`name.ways.${value}`) }))}
      />
      <Questions recruitment={recruitment} answers={answers} onAnswers={setAnswers} />
      <section className="hcw-draw-read" aria-labelledby="read-out">
        <h2 id="read-out" className="govuk-heading-s">
          {t('enter.readTitle')}
        </h2>
        {agreement.sentences}
        {isSensitive ? (
          <SensitiveYes sentences={special.sentences} agrees={agrees} onAgrees={setAgrees} />
        ) : null}
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
