import type { Result } from '@howcanwe/shared/http'
import {
  PROPOSAL_WORDING,
  proposalsContract,
  putProposal,
  REACHED_BY,
  SHOWN_AS,
} from '@howcanwe/shared/proposals'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { useSettled } from '../../lib/use-settled.ts'
import { Button, Checkboxes, ErrorSummary, Radios, TextField } from '../../ui/index.ts'
import { type Area, QuestionFields } from './question-fields.tsx'
import { SimilarOnes } from './similar-ones.tsx'

/** Its keys are null where they went to somebody's own email address, past whoever typed. */
export type Slip = Result<typeof proposalsContract.type>

/** The parts of a box for one way of being reached; the browser helps to fill it in, unless it is somebody else's. */
const BOX = {
  email: { type: 'email', autoComplete: 'email', spellCheck: false },
  phone: { type: 'tel', autoComplete: 'tel' },
  someone: { type: 'text', autoComplete: 'off' },
} as const

/** For somebody else: read back first, and how long it took. */
const { website: _, ...asked } = putProposal.shape
const typed = z.strictObject({
  ...asked,
  readBack: z.unknown().check(z.refine((ticked) => String(ticked) === 'yes')),
  minutes: z.string().check(z.refine((n) => /^\d{1,3}$/.test(n) && Number(n) <= 600)),
})

export interface PutFormProps {
  placeId: string
  areas: readonly Area[]
  /** Typed by a broker for somebody who says it. */
  forSomebody?: boolean
  /** What may close the question, under its box; `use` puts another wording in it. */
  notesOf: (question: string, use: (wording: string) => void) => ReactNode
  pageOf: (proposalId: string) => string
  onSent: (slip: Slip) => void
}

/**
 * A question on the table in about two minutes (CH9, J-05): the words, a first name, one way to be reached. Nothing of it
 * is kept on the device, because phones and library computers are shared.
 */
export function PutForm(props: PutFormProps) {
  const { placeId, areas, forSomebody = false, notesOf, pageOf, onSent } = props
  const { t, i18n } = useTranslation('proposals')
  const call = useCall()
  const language = i18n.language === 'nl' ? 'nl' : 'en'
  const form = useSchemaForm({
    schema: (forSomebody ? typed : putProposal) as typeof typed,
    ns: 'proposals',
    defaultValues: {
      ...{ placeId, question: `${t('form.begin')} `, story: '', areaId: null, whereAbouts: '' },
      ...{ affected: '', firstName: '', contact: '', shownAs: 'first-name' as const, language },
      ...{ wording: PROPOSAL_WORDING },
      ...(forSomebody ? { minutes: '10' } : { website: '' }),
    },
  })
  const question = form.watch('question') ?? ''
  const settled = useSettled(question, 600)
  const said = settled.trim() === t('form.begin') ? '' : settled
  const send = form.handleSubmit(async () => {
    const { readBack: _, minutes, ...words } = form.getValues()
    const areaId = words.areaId || null
    try {
      onSent(
        forSomebody
          ? await call(proposalsContract.type, {
              body: { ...words, areaId, readBack: true, minutes: Number(minutes) },
            })
          : await call(proposalsContract.put, { body: { ...words, areaId } }),
      )
    } catch (error) {
      form.refuse(error)
    }
  })
  const by = form.watch('contactBy')
  const who = forSomebody ? 'them' : 'you'
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={form.summary.filter((e) => e.name !== 'contact' || by)} />
      <QuestionFields
        form={form}
        areas={areas}
        beside={
          <>
            {said ? notesOf(said, (wording) => form.setValue('question', wording)) : null}
            <SimilarOnes placeId={placeId} question={said} pageOf={pageOf} />
          </>
        }
      />
      <h2 className="govuk-heading-m">{t(`form.${who}.title`)}</h2>
      <TextField
        {...form.register('firstName')}
        label={t(`form.${who}.firstName`)}
        error={form.errorOf('firstName')}
        autoComplete={forSomebody ? 'off' : 'given-name'}
        width={20}
      />
      <Radios
        {...form.register('contactBy')}
        legend={t(`form.${who}.reach`)}
        hint={t('form.seenBy')}
        error={form.errorOf('contactBy')}
        choices={REACHED_BY.map((value) => ({
          value,
          label: t(`form.by.${value}`),
          reveals: (
            <TextField
              {...form.register('contact')}
              {...BOX[value]}
              {...(forSomebody ? { autoComplete: 'off' } : {})}
              label={t(`form.${who}.contact.${value}`)}
              error={form.errorOf('contact')}
            />
          ),
        }))}
      />
      <Radios
        {...form.register('shownAs')}
        defaultValue="first-name"
        legend={t(`form.${who}.named`)}
        error={form.errorOf('shownAs')}
        choices={SHOWN_AS.map((value) => ({ value, label: t(`form.shownAs.${value}`) }))}
      />
      {forSomebody ? (
        <>
          <Checkboxes
            {...form.register('readBack')}
            legend={t('form.them.readBackLegend')}
            error={form.errorOf('readBack')}
            choices={[{ value: 'yes', label: t('form.them.readBack') }]}
          />
          <TextField
            {...form.register('minutes')}
            label={t('form.them.minutes')}
            error={form.errorOf('minutes')}
            inputMode="numeric"
            width={3}
          />
        </>
      ) : (
        <div hidden>
          <input
            {...form.register('website' as 'firstName')}
            tabIndex={-1}
            autoComplete="off"
            aria-hidden="true"
          />
        </div>
      )}
      <section aria-labelledby="agreed">
        <h2 className="govuk-heading-s" id="agreed">
          {t('form.agreed.title')}
        </h2>
        <ul className="govuk-list govuk-list--bullet">
          {(['read', 'contact', 'gone', 'never'] as const).map((one) => (
            <li key={one}>{t(`form.agreed.${one}`)}</li>
          ))}
        </ul>
      </section>
      <Button type="submit" busy={form.formState.isSubmitting}>
        {t(`form.${who}.send`)}
      </Button>
    </form>
  )
}
