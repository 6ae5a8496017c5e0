import { NAMED_AS, suggestionsContract } from '@howcanwe/shared/suggestions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSchemaForm } from '../../lib/form.ts'
import { useFormats } from '../../lib/format.ts'
import { Button, ErrorSummary, Notice, Radios, TextArea } from '../../ui/index.ts'
import { lastDayOf } from './last-day.ts'
import { useSuggestions } from './suggestions.queries.ts'

const EMPTY = { text: '', namedAs: 'nobody' as const }

/** A member says what should change: a box, a choice about their name, a button. */
export function SayForm({ groupId }: { groupId: string }) {
  const { t, i18n } = useTranslation('suggestions')
  const { day } = useFormats()
  const { say } = useSuggestions()
  const [sent, setSent] = useState<{ number: number; dueAt: Date | null }>()
  const language = i18n.language === 'nl' ? ('nl' as const) : ('en' as const)
  const form = useSchemaForm({
    schema: suggestionsContract.say.body,
    ns: 'suggestions',
    defaultValues: { ...EMPTY, language },
  })
  const send = form.handleSubmit(async () => {
    try {
      setSent(await say(groupId, { ...form.getValues(), language }))
      form.reset({ ...EMPTY, language })
    } catch (error) {
      form.refuse(error)
    }
  })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={form.summary} />
      {sent ? (
        <Notice
          key={sent.number}
          kind="success"
          focus
          heading={t('inside.sent', {
            number: sent.number,
            day: sent.dueAt ? day(lastDayOf(sent.dueAt)) : '',
          })}
        />
      ) : null}
      <TextArea
        {...form.register('text')}
        label={t('inside.text')}
        hint={t('inside.textHint')}
        error={form.errorOf('text')}
        maxCharacters={600}
        rows={4}
      />
      <Radios
        {...form.register('namedAs')}
        legend={t('inside.namedAs')}
        error={form.errorOf('namedAs')}
        defaultValue="nobody"
        choices={NAMED_AS.map((value) => ({ value, label: t(`inside.namedAsOf.${value}`) }))}
      />
      <Button type="submit" busy={form.formState.isSubmitting}>
        {t('inside.send')}
      </Button>
    </form>
  )
}
