import { KNOWN } from '@howcanwe/shared/actors'
import { type OwnIntroduction, sayYes } from '@howcanwe/shared/introductions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod/mini'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ErrorSummary, Radios, TextArea } from '../../ui/index.ts'

export type Said = z.output<typeof sayYes> | { answer: 'no' }

export interface AnswerFormProps {
  item: OwnIntroduction
  /** Throws what the service refused. */
  onSay: (said: Said) => Promise<void>
  /** The link in the letter that was followed: its button comes first. */
  leaning?: 'yes' | 'no' | undefined
}

/** Two buttons. A yes asks three small things; a no asks nothing. */
export function AnswerForm({ item, onSay, leaning }: AnswerFormProps) {
  const { t } = useTranslation('introductions')
  const [only] = item.canShare.length === 1 ? item.canShare : []
  const f = useSchemaForm({
    schema: sayYes,
    ns: 'introductions',
    defaultValues: { answer: 'yes', about: item.ownAbout, ...(only ? { share: only } : {}) },
  })
  const [busy, setBusy] = useState(false)
  const press = async (said: Said) => {
    setBusy(true)
    await onSay(said).catch(f.refuse)
    setBusy(false)
  }
  const no = (
    <Button
      kind={leaning === 'no' ? 'primary' : 'secondary'}
      busy={busy}
      onClick={() => press({ answer: 'no' })}
    >
      {t('answer.no')}
    </Button>
  )
  return (
    <form noValidate onSubmit={f.handleSubmit((typed) => press(typed as Said))}>
      <ErrorSummary errors={f.summary} />
      {leaning === 'no' ? no : null}
      <Radios
        {...f.register('known')}
        legend={t('answer.known', { other: item.other.name })}
        hint={t('answer.knownHint')}
        error={f.errorOf('known')}
        choices={KNOWN.map((value) => ({ value, label: t(`known.${value}`) }))}
      />
      <TextArea
        {...f.register('about')}
        label={t('answer.about', { other: item.other.name })}
        hint={t('answer.aboutHint')}
        error={f.errorOf('about')}
        maxCharacters={200}
        rows={3}
      />
      <Radios
        {...f.register('share')}
        legend={t('answer.share')}
        hint={t('answer.shareHint', { other: item.other.name })}
        error={f.errorOf('share')}
        {...(only ? { defaultValue: only } : {})}
        choices={item.canShare.map((value) => ({ value, label: t(`share.${value}`) }))}
      />
      <Button type="submit" kind={leaning === 'no' ? 'secondary' : 'primary'} busy={busy}>
        {t('answer.yes')}
      </Button>{' '}
      {leaning === 'no' ? null : no}
      <p className="govuk-hint">{t('answer.noHint', { other: item.other.name })}</p>
    </form>
  )
}
