import {
  type AboutMe,
  conversationsContract as contract,
  MOST_WORDS,
  SAID_TO_US,
} from '@howcanwe/shared/conversations'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSchemaForm } from '../../lib/form.ts'
import {
  Button,
  Checkboxes,
  Details,
  ErrorSummary,
  Notice,
  Radios,
  Select,
  TextArea,
} from '../../ui/index.ts'
import { useTalking } from './conversations.queries.ts'
import { languages, writtenIn } from './languages.ts'
import { newKey } from './sent-once.ts'

interface TypeForProps {
  me: AboutMe
  threadId: string
  people: readonly { value: string; label: string }[]
}

/** What somebody said on the telephone, in the room or on paper: typed, read back, and marked as typed. */
export function TypeFor({ me, threadId, people }: TypeForProps) {
  const { t, i18n } = useTranslation('conversations')
  const { typeFor } = useTalking(me.group.id)
  const [sent, setSent] = useState(0)
  const form = useSchemaForm({
    schema: contract.typeFor.body,
    ns: 'conversations',
    defaultValues: { key: newKey(), lang: writtenIn(i18n.language), words: '', memberId: '' },
  })
  const send = form.handleSubmit(async () => {
    try {
      await typeFor(threadId, form.getValues())
      form.reset({ ...form.getValues(), key: newKey(), words: '', readBack: undefined as never })
      setSent((n) => n + 1)
    } catch (error) {
      form.refuse(error)
    }
  })
  return (
    <Details summary={t('typeFor.title')}>
      <form noValidate onSubmit={send}>
        <ErrorSummary errors={form.summary} />
        {sent > 0 ? <Notice key={sent} kind="success" heading={t('write.sent')} focus /> : null}
        <Select
          {...form.register('memberId')}
          id="typed-who"
          label={t('typeFor.who')}
          placeholder={t('after.choose')}
          error={form.errorOf('memberId')}
          options={people}
        />
        <Radios
          {...form.register('saidBy')}
          id="typed-said-by"
          legend={t('typeFor.saidBy')}
          error={form.errorOf('saidBy')}
          choices={SAID_TO_US.map((value) => ({ value, label: t(`typeFor.${value}`) }))}
        />
        <TextArea
          {...form.register('words')}
          id="typed-words"
          label={t('typeFor.words')}
          error={form.errorOf('words')}
          maxCharacters={MOST_WORDS}
          dir="auto"
        />
        <Select
          {...form.register('lang')}
          id="typed-lang"
          label={t('write.lang')}
          error={form.errorOf('lang')}
          options={languages}
        />
        <Checkboxes
          id="typed-read-back"
          name="readBack"
          legend={t('typeFor.before')}
          error={form.errorOf('readBack')}
          value={form.watch('readBack') ? ['yes'] : []}
          onChange={(event) => form.setValue('readBack', event.target.checked as true)}
          choices={[{ value: 'yes', label: t('typeFor.readBack') }]}
        />
        <Button type="submit" busy={form.formState.isSubmitting}>
          {t('typeFor.send')}
        </Button>
      </form>
    </Details>
  )
}
