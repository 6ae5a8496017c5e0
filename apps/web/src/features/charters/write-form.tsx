import { CHECKS, charterText } from '@howcanwe/shared/charters'
import { LADDER, RUNGS } from '@howcanwe/shared/codesign'
import { useTranslation } from 'react-i18next'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ErrorSummary, Notice, Radios, TextArea, TextField } from '../../ui/index.ts'
import { useWriteCharter, type Words } from './charters.queries.ts'

const LENGTH = { rules: 2000 } as Record<string, number>
const POWER = ['decides', 'shapes', 'fixed'] as const
const WORK = ['rules', 'meeting', 'expect', ...CHECKS] as const

export interface WriteFormProps {
  groupId: string
  /** What it begins with; the step of the ladder may rise, never fall. */
  text: Words
  /** People have answered this wording: saving begins anew. */
  wasAsked: boolean
}

/** Whoever runs the group writes what was agreed at the table. */
export function WriteForm({ groupId, text, wasAsked }: WriteFormProps) {
  const { t } = useTranslation('charters')
  const write = useWriteCharter(groupId)
  const form = useSchemaForm({ schema: charterText, ns: 'charters', defaultValues: text })
  const send = form.handleSubmit(async () => {
    try {
      await write.mutateAsync(form.getValues())
    } catch (error) {
      form.refuse(error)
    }
  })
  const box = (name: (typeof POWER)[number] | (typeof WORK)[number]) => (
    <TextArea
      key={name}
      {...form.register(name)}
      label={t(`parts.${name}`)}
      hint={t(`hints.${name}`, { defaultValue: '' }) || undefined}
      error={form.errorOf(name)}
      value={form.watch(name)}
      maxCharacters={LENGTH[name] ?? 600}
      rows={name === 'rules' ? 6 : 3}
    />
  )
  const lowest = LADDER.indexOf(text.rung)
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={form.summary} />
      {write.isSuccess ? <Notice kind="success" heading={t('write.saved')} focus /> : null}
      {wasAsked ? <p className="govuk-body hcw-soft">{t('write.again')}</p> : null}
      <Radios
        {...form.register('rung')}
        value={form.watch('rung')}
        legend={t('write.rung')}
        hint={t('write.rungHint')}
        error={form.errorOf('rung')}
        choices={RUNGS.filter((rung) => LADDER.indexOf(rung) >= lowest).map((value) => ({
          value,
          label: t(`rung.${value}`),
        }))}
      />
      {POWER.map(box)}
      <TextField
        {...form.register('answersBy')}
        label={t('parts.answersBy')}
        error={form.errorOf('answersBy')}
      />
      {WORK.map(box)}
      <Button type="submit" kind="secondary" busy={form.formState.isSubmitting}>
        {t('write.save')}
      </Button>
    </form>
  )
}
