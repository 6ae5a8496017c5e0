import { THEMES, type Theme } from '@howcanwe/shared/places'
import {
  COPYING,
  EVIDENCE,
  type Practice,
  type PracticeInput,
  practiceInput,
  practicesContract,
} from '@howcanwe/shared/practices'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import {
  Button,
  ButtonGroup,
  DateField,
  ErrorSummary,
  Radios,
  Select,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { usePractices } from './practices.queries.ts'

const { title, forWhom, evidence, mayCopy, themes } = practiceInput.shape
const WHOLE = /^\d{0,7}$/
const POUNDS = /^(\d{1,5}([.,]\d{1,2})?)?$/
const ticked = z.array(z.enum(THEMES))
const aboutOf = (said: (list: Theme[]) => Theme[] | undefined) =>
  z.pipe(ticked, z.pipe(z.transform(said), themes))
const asked = z.strictObject({
  title,
  forWhom,
  evidence: z.pipe(z.string(), evidence),
  mayCopy: z.pipe(z.string(), mayCopy),
  since: z.string(),
  people: z.string().check(z.regex(WHOLE)),
  cost: z.string().check(z.regex(POUNDS)),
  needs: z.string().check(z.maxLength(300)),
  story: z.string().check(z.maxLength(1500)),
  contact: z.string().check(z.maxLength(160)),
  /** None at all is no answer yet, which the contract allows. */
  themes: aboutOf((list) => (list.length > 0 ? list : undefined)),
})
/** What is changed must stay about something. */
const askedAgain = z.strictObject({ ...asked.shape, themes: aboutOf((list) => list) })
type Typed = z.input<typeof asked>

const typedFrom = (card: Practice | undefined): Typed => ({
  title: card?.title ?? '',
  forWhom: card?.forWhom ?? '',
  evidence: card?.evidence ?? '',
  mayCopy: card?.mayCopy ?? '',
  since: card?.since ?? '',
  people: card?.peopleReached?.toString() ?? '',
  cost: card?.costPerPersonPence == null ? '' : (card.costPerPersonPence / 100).toString(),
  needs: card?.needs ?? '',
  story: card?.story ?? '',
  contact: card?.contact ?? '',
  themes: card?.themes ?? [],
})

const inputFrom = ({ people, cost, since, themes: about, ...said }: Typed): PracticeInput => ({
  ...said,
  ...(about.length > 0 ? { themes: about } : {}),
  evidence: z.parse(evidence, said.evidence),
  mayCopy: z.parse(mayCopy, said.mayCopy),
  since: since || null,
  peopleReached: people ? Number(people) : null,
  costPerPersonPence: cost ? Math.round(Number(cost.replace(',', '.')) * 100) : null,
})

/** The picker of themes, which the page brings along: it belongs to organisations. */
export type ThemesPicker = (field: {
  asks: { legend: string; hint: string }
  value: readonly Theme[]
  onChange: (value: Theme[]) => void
  error: string | undefined
}) => ReactNode

export interface PracticeFormProps {
  organisationId: string
  /** Left out for a new one. */
  card?: Practice | undefined
  onSaved: () => void
  onCancel: () => void
  themesField: ThemesPicker
}

/** Eleven questions, four of which need an answer (OR4). With no theme ticked it is about what the organisation is about. */
export function PracticeForm(props: PracticeFormProps) {
  const { organisationId, card, onSaved, onCancel, themesField } = props
  const { t } = useTranslation(['practices', 'problems'])
  const call = useCall()
  const { kept } = usePractices(organisationId)
  const f = useSchemaForm({
    schema: card ? askedAgain : asked,
    ns: 'practices',
    defaultValues: typedFrom(card),
  })
  const send = f.handleSubmit(async () => {
    try {
      const body = inputFrom(f.getValues())
      await kept(
        card
          ? call(
              practicesContract.change,
              { params: { cardId: card.id }, body },
              { ifMatch: card.version },
            )
          : call(practicesContract.write, { params: { organisationId }, body }),
      )
      onSaved()
    } catch (error) {
      f.refuse(error)
    }
  })
  const field = (name: keyof Typed) => ({
    ...f.register(name),
    label: t(`form.${name}`),
    hint: t(`form.${name}Hint`),
    error: f.errorOf(name),
  })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={f.summary} />
      <TextField {...field('title')} maxLength={120} />
      <TextField {...field('forWhom')} maxLength={160} />
      <Select
        {...field('evidence')}
        placeholder={t('form.choose')}
        options={EVIDENCE.map((value) => ({ value, label: t(`evidence.${value}`) }))}
      />
      <Radios
        {...f.register('mayCopy')}
        value={f.watch('mayCopy')}
        legend={t('form.mayCopy')}
        error={f.errorOf('mayCopy')}
        choices={COPYING.map((value) => ({ value, label: t(`copying.${value}`) }))}
      />
      {themesField({
        asks: {
          legend: t(card ? 'form.themesAgain' : 'form.themes'),
          hint: t(card ? 'form.themesAgainHint' : 'form.themesHint'),
        },
        value: f.watch('themes'),
        onChange: (value) => f.setValue('themes', value),
        error: f.errorOf('themes'),
      })}
      <DateField
        name="since"
        legend={t('form.since')}
        hint={t('form.sinceHint')}
        error={f.errorOf('since')}
        value={f.watch('since')}
        onChange={(value) => f.setValue('since', value)}
      />
      <TextField {...field('people')} optional inputMode="numeric" width={5} />
      <TextField {...field('cost')} optional inputMode="decimal" width={5} />
      <TextField {...field('needs')} optional />
      <TextArea
        {...field('story')}
        optional
        rows={5}
        maxCharacters={1500}
        value={f.watch('story')}
      />
      <TextField {...field('contact')} optional seenBy={t('form.contactSeenBy')} />
      <ButtonGroup>
        <Button type="submit" busy={f.formState.isSubmitting}>
          {t('form.save')}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('form.cancel')}
        </Button>
      </ButtonGroup>
    </form>
  )
}
