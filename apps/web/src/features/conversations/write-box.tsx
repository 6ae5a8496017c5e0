import {
  type AboutMe,
  type Attachment,
  conversationsContract as contract,
  MOST_WORDS,
} from '@howcanwe/shared/conversations'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readDraft } from '../../lib/drafts.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { useDeviceDraft } from '../../lib/use-device-draft.ts'
import {
  Button,
  Checkboxes,
  Details,
  ErrorSummary,
  Notice,
  Select,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { useTalking } from './conversations.queries.ts'
import { FilePicker } from './file-picker.tsx'
import { languages, nameOf, writtenIn } from './languages.ts'
import { newKey } from './sent-once.ts'

export interface WriteBoxProps {
  me: AboutMe
  /** Left out: begins a conversation. */
  threadId?: string
  onSent?: (threadId: string) => void
}

interface Typed {
  title: string
  words: string
}

const typedBefore = (key: string): Typed => {
  const kept = readDraft(key)?.value as Partial<Typed> | undefined
  const words = (value: unknown) => (typeof value === 'string' ? value : '')
  return { title: words(kept?.title), words: words(kept?.words) }
}

/** Writes into a conversation, or begins one. What was typed stays on this device until it is sent. */
export function WriteBox({ onSent, ...props }: WriteBoxProps) {
  const { t } = useTranslation('conversations')
  const [sent, setSent] = useState(0)
  const done = (threadId: string) => {
    setSent((n) => n + 1)
    onSent?.(threadId)
  }
  return (
    <>
      {sent > 0 && props.threadId ? (
        <Notice key={sent} kind="success" heading={t('write.sent')} focus />
      ) : null}
      <Box key={`box-${sent}`} {...props} onSent={done} />
    </>
  )
}

function Box({ me, threadId, onSent }: WriteBoxProps) {
  const { t, i18n } = useTranslation('conversations')
  const draftKey = `talk:${me.group.id}:${threadId ?? 'new'}`
  const talking = useTalking(me.group.id)
  const [files, setFiles] = useState<Attachment[]>([])
  const lang = writtenIn(me.isMember ? me.language : i18n.language)
  const fresh = () => ({ key: newKey(), lang, showBloc: false, files: [] })
  const form = useSchemaForm({
    schema: threadId ? contract.write.body : contract.openThread.body,
    ns: 'conversations',
    defaultValues: {
      ...fresh(),
      ...(threadId ? { words: typedBefore(draftKey).words } : typedBefore(draftKey)),
    },
  })
  const typed = form.watch()
  const draft = useDeviceDraft(draftKey, {
    words: typed.words ?? '',
    title: 'title' in typed ? (typed.title ?? '') : '',
  })
  const send = form.handleSubmit(async () => {
    const body = { ...form.getValues(), files: files.map(({ id }) => id) }
    try {
      const id = threadId
        ? (await talking.write(threadId, body)).threadId
        : (await talking.open({ title: '', ...body })).id
      draft.drop()
      onSent?.(id)
    } catch (error) {
      form.refuse(error)
    }
  })
  return (
    <form noValidate onSubmit={send} className="hcw-write">
      <ErrorSummary errors={form.summary} />
      {threadId ? null : (
        <TextField
          {...form.register('title' as 'words')}
          label={t('write.title')}
          hint={t('write.titleHint')}
          error={form.errorOf('title')}
        />
      )}
      <TextArea
        {...form.register('words')}
        label={t(threadId ? 'write.words' : 'write.first')}
        error={form.errorOf('words')}
        lang={typed.lang}
        dir="auto"
        rows={4}
        maxCharacters={MOST_WORDS}
      />
      <FilePicker groupId={me.group.id} files={files} onChange={setFiles} />
      <Details summary={t('write.how', { language: nameOf(writtenIn(typed.lang ?? lang)) })}>
        <Select
          {...form.register('lang')}
          label={t('write.lang')}
          hint={t('write.langHint')}
          error={form.errorOf('lang')}
          options={languages}
        />
        {me.bloc ? (
          <Checkboxes
            name="showBloc"
            legend={t('write.name')}
            value={typed.showBloc ? ['yes'] : []}
            onChange={(event) => form.setValue('showBloc', event.target.checked)}
            choices={[
              { value: 'yes', label: t('write.showBloc', { bloc: t(`blocs.${me.bloc}`) }) },
            ]}
          />
        ) : null}
      </Details>
      <Button type="submit" busy={form.formState.isSubmitting}>
        {t(threadId ? 'write.send' : 'write.begin')}
      </Button>
      <p className="hcw-soft hcw-write__kept">{t(draft.keptAt ? 'write.kept' : 'write.who')}</p>
    </form>
  )
}
