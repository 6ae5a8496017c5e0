import {
  suggestionsContract as contract,
  OUTCOMES_OF_SUGGESTIONS,
  type SuggestionOutcome,
  type SuggestionState,
} from '@howcanwe/shared/suggestions'
import { useTranslation } from 'react-i18next'
import { useSchemaForm } from '../../lib/form.ts'
import {
  Button,
  DateField,
  Details,
  ErrorSummary,
  Radios,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { useSuggestions } from './suggestions.queries.ts'

interface Answerable {
  id: string
  number: number
  state: SuggestionState
}

/** What may follow, as the database knows it. */
const NEXT: Record<SuggestionState, readonly SuggestionOutcome[]> = {
  said: [],
  acknowledged: OUTCOMES_OF_SUGGESTIONS,
  doing: OUTCOMES_OF_SUGGESTIONS,
  partly: ['doing', 'done'],
  'not-doing': ['doing', 'done', 'partly'],
  done: [],
}

/** The next thing whoever answers has to write: that it was heard, or what became of it. */
export function AnswerForms({ one, named }: { one: Answerable; named: string }) {
  const { t } = useTranslation('suggestions')
  if (one.state === 'done') return null
  const about = t('answer.about', { number: one.number })
  const title = one.state === 'said' ? t('answer.hear') : t('answer.title')
  return (
    <Details
      summary={
        <>
          {title} <span className="govuk-visually-hidden">{about}</span>
        </>
      }
    >
      {one.state === 'said' ? <HearForm one={one} /> : <BecameForm one={one} named={named} />}
    </Details>
  )
}

const today = () => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' }).format(new Date())

function HearForm({ one }: { one: Answerable }) {
  const { t } = useTranslation('suggestions')
  const { acknowledge } = useSuggestions()
  const form = useSchemaForm({
    schema: contract.acknowledge.body,
    ns: 'suggestions',
    defaultValues: { words: '', decidedOn: today() },
  })
  const send = form.handleSubmit(async () => {
    await acknowledge(one.id, form.getValues()).catch(form.refuse)
  })
  const id = (name: string) => `f-${one.number}-${name}`
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary
        errors={form.summary.map((e) => (e.name ? { ...e, name: `${one.number}-${e.name}` } : e))}
      />
      <TextArea
        {...form.register('words')}
        id={id('words')}
        label={t('answer.hearWords')}
        hint={t('answer.hearWordsHint')}
        error={form.errorOf('words')}
        rows={3}
      />
      <DateField
        name="decidedOn"
        id={id('decidedOn')}
        legend={t('answer.decidedOn')}
        hint={t('answer.decidedHint')}
        error={form.errorOf('decidedOn')}
        value={form.watch('decidedOn')}
        onChange={(day) => form.setValue('decidedOn', day)}
      />
      <Button type="submit" busy={form.formState.isSubmitting}>
        {t('answer.hearSend')}
      </Button>
    </form>
  )
}

function BecameForm({ one, named }: { one: Answerable; named: string }) {
  const { t } = useTranslation('suggestions')
  const { answer } = useSuggestions()
  const form = useSchemaForm({
    schema: contract.answer.body,
    ns: 'suggestions',
    defaultValues: { words: '', named, doneBy: null },
  })
  const send = form.handleSubmit(async () => {
    const { doneBy, ...rest } = form.getValues()
    const body = { ...rest, doneBy: rest.to === 'doing' ? doneBy : null }
    await answer(one.id, body).catch(form.refuse)
  })
  const id = (name: string) => `f-${one.number}-${name}`
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary
        errors={form.summary.map((e) => (e.name ? { ...e, name: `${one.number}-${e.name}` } : e))}
      />
      <Radios
        {...form.register('to')}
        id={id('to')}
        legend={t('answer.to')}
        error={form.errorOf('to')}
        choices={NEXT[one.state].map((value) => ({
          value,
          label: t(`answer.toOf.${value}`),
          ...(value === 'doing'
            ? {
                reveals: (
                  <DateField
                    name="doneBy"
                    id={id('doneBy')}
                    legend={t('answer.doneBy')}
                    error={form.errorOf('doneBy')}
                    value={form.watch('doneBy') ?? ''}
                    onChange={(day) => form.setValue('doneBy', day === '' ? null : day)}
                  />
                ),
              }
            : {}),
        }))}
      />
      <TextArea
        {...form.register('words')}
        id={id('words')}
        label={t('answer.words')}
        hint={t('answer.wordsHint')}
        error={form.errorOf('words')}
        maxCharacters={800}
        rows={4}
      />
      <TextField
        {...form.register('named')}
        id={id('named')}
        label={t('answer.named')}
        hint={t('answer.namedHint')}
        error={form.errorOf('named')}
      />
      <Button type="submit" busy={form.formState.isSubmitting}>
        {t('answer.send')}
      </Button>
    </form>
  )
}
