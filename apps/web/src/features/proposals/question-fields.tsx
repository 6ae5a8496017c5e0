import { QUESTION_MAX } from '@howcanwe/shared/proposals'
import type { ReactNode } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Select, TextArea, TextField } from '../../ui/index.ts'

export interface Area {
  id: string
  name: string
}

type Name = 'question' | 'story' | 'areaId' | 'whereAbouts' | 'affected'

/** What the fields need of a form, whatever else it asks. */
interface FieldsOf {
  register: (
    name: Name,
    options?: { setValueAs: (typed: string | null) => string | null },
  ) => UseFormRegisterReturn
  errorOf: (name: string) => string | undefined
}

/** The words of a question: what to ask, what is happening, where, and who is affected. */
export function QuestionFields({
  form,
  areas,
  beside,
}: {
  form: FieldsOf
  areas: readonly Area[]
  /** Under the question: what may close it, and others about the same. */
  beside?: ReactNode
}) {
  const { t } = useTranslation('proposals')
  return (
    <>
      <TextArea
        {...form.register('question')}
        label={t('form.question')}
        hint={t('form.questionHint')}
        error={form.errorOf('question')}
        rows={3}
        maxCharacters={QUESTION_MAX}
      />
      {beside}
      <TextArea
        {...form.register('story')}
        label={t('form.story')}
        hint={t('form.storyHint')}
        error={form.errorOf('story')}
        rows={6}
        maxCharacters={1500}
      />
      <Select
        {...form.register('areaId', { setValueAs: (typed: string | null) => typed || null })}
        label={t('form.area')}
        error={form.errorOf('areaId')}
        placeholder={t('form.areaAll')}
        options={areas.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        {...form.register('whereAbouts')}
        label={t('form.where')}
        hint={t('form.whereHint')}
        error={form.errorOf('whereAbouts')}
        optional
      />
      <TextField
        {...form.register('affected')}
        label={t('form.affected')}
        hint={t('form.affectedHint')}
        error={form.errorOf('affected')}
      />
    </>
  )
}
