import { BLOCS } from '@howcanwe/shared/codesign'
import { NAMED_AS, suggestionsContract } from '@howcanwe/shared/suggestions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useSchemaForm } from '../../lib/form.ts'
import {
  Button,
  Checkboxes,
  ErrorSummary,
  Notice,
  Radios,
  Select,
  TextArea,
} from '../../ui/index.ts'
import { useSuggestions } from './suggestions.queries.ts'

export interface Choosable {
  value: string
  label: string
}
const SAID_BY = ['phone', 'paper', 'in-person'] as const

const fields = z.strictObject({
  text: suggestionsContract.typeIn.body.shape.text,
  language: z.enum(['en', 'nl']),
  source: z.enum(['member', 'notes']),
  member: z.string(),
  saidBy: z.enum(SAID_BY),
  namedAs: z.enum(NAMED_AS),
  readBack: z.boolean(),
  session: z.string(),
  bloc: z.enum(BLOCS),
})
type Typed = z.output<typeof fields>

/** Who said it, or in which session: only what belongs to where it comes from is asked. */
const needs = (field: 'member' | 'readBack' | 'session', source: Typed['source']) =>
  z.refine<Typed>((typed) => typed.source !== source || Boolean(typed[field]), {
    path: [field],
    error: 'required',
  })
const form = fields.check(
  needs('member', 'member'),
  needs('readBack', 'member'),
  needs('session', 'notes'),
)

const fromOf = ({ source, member, saidBy, namedAs, session, bloc }: Typed) =>
  source === 'member'
    ? { memberId: member, saidBy, namedAs, readBack: true as const }
    : { sessionId: session, bloc }

/** Whoever runs the group writes down what was said to them, or what stands in the notes. */
export function TypeForm({
  groupId,
  members,
  sessions,
}: {
  groupId: string
  members: readonly Choosable[]
  sessions: readonly Choosable[]
}) {
  const { t, i18n } = useTranslation('suggestions')
  const { typeIn } = useSuggestions()
  const [sent, setSent] = useState<number>()
  const empty: Typed = {
    text: '',
    source: 'member',
    member: '',
    saidBy: 'phone',
    namedAs: 'nobody',
    readBack: false,
    session: '',
    bloc: 'residents',
    language: i18n.language === 'nl' ? 'nl' : 'en',
  }
  const f = useSchemaForm<Typed>({ schema: form, ns: 'suggestions', defaultValues: empty })
  const source = f.watch('source')
  const send = f.handleSubmit(
    async () => {
      const typed = f.getValues()
      const { text, language } = typed
      try {
        const { number } = await typeIn(groupId, { text, language, from: fromOf(typed) })
        setSent(number)
        f.reset({ ...empty, source })
      } catch (error) {
        f.refuse(error)
      }
    },
    () => setSent(undefined),
  )
  const field = (name: keyof Typed) => ({ ...f.register(name), error: f.errorOf(name) })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={f.summary} />
      {sent ? (
        <Notice key={sent} kind="success" focus heading={t('type.sent', { number: sent })} />
      ) : null}
      <Radios
        {...field('source')}
        legend={t('type.source')}
        value={source}
        choices={(['member', 'notes'] as const).map((value) => ({
          value,
          label: t(`type.sourceOf.${value}`),
        }))}
      />
      <TextArea
        {...field('text')}
        label={t('inside.text')}
        hint={t('inside.textHint')}
        rows={4}
        maxCharacters={600}
      />
      {source === 'member' ? (
        <>
          <Select
            {...field('member')}
            label={t('type.member')}
            options={[{ value: '', label: t('type.choose') }, ...members]}
          />
          <Radios
            {...field('saidBy')}
            legend={t('type.saidBy')}
            value={f.watch('saidBy')}
            choices={SAID_BY.map((value) => ({ value, label: t(`type.saidByOf.${value}`) }))}
          />
          <Radios
            {...field('namedAs')}
            legend={t('type.named')}
            value={f.watch('namedAs')}
            choices={NAMED_AS.map((value) => ({ value, label: t(`type.namedOf.${value}`) }))}
          />
          <Checkboxes
            name="readBack"
            legend={t('type.readBack')}
            error={f.errorOf('readBack')}
            choices={[{ value: 'yes', label: t('type.readBackYes') }]}
            value={f.watch('readBack') ? ['yes'] : []}
            onChange={async ({ target }) => f.setValue('readBack', target.checked)}
          />
        </>
      ) : (
        <>
          <Select
            {...field('session')}
            label={t('type.session')}
            options={[{ value: '', label: t('type.choose') }, ...sessions]}
          />
          <Radios
            {...field('bloc')}
            legend={t('type.bloc')}
            value={f.watch('bloc')}
            choices={BLOCS.map((value) => ({ value, label: t(`blocs.${value}`) }))}
          />
        </>
      )}
      <Button type="submit" busy={f.formState.isSubmitting}>
        {t('type.send')}
      </Button>
    </form>
  )
}
