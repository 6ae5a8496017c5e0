import { KNOWN } from '@howcanwe/shared/actors'
import {
  type Introduction,
  introductionsContract,
  type Share,
  sayYes,
  spokenAnswer,
} from '@howcanwe/shared/introductions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import {
  Button,
  Checkboxes,
  Details,
  ErrorSummary,
  Radios,
  TextArea,
  TextField,
} from '../../ui/index.ts'

type Side = Introduction['sides'][number]

const heard = {
  answer: z.enum(['yes', 'no']),
  spokenWith: spokenAnswer.shape.spokenWith,
  minutes: z.string().check(z.trim(), z.regex(/^\d{1,3}$/)),
  readBack: z.unknown().check(z.refine((ticked) => ticked === 'yes' || String(ticked) === 'yes')),
}
/** A no asks nothing more. */
const ofNo = z.object(heard)
const { known, share, about } = sayYes.shape
const ofYes = z.object({ ...heard, known, share, about })
type Typed = z.output<typeof ofNo> & Partial<z.output<typeof ofYes>>

/** Pure: what is sent of what was typed. */
const sent = (turn: Side['turn'], typed: Typed) =>
  ({
    turn,
    said:
      typed.answer === 'no'
        ? { answer: 'no' }
        : { answer: 'yes', known: typed.known, share: typed.share, about: typed.about },
    spokenWith: typed.spokenWith,
    readBack: true,
    minutes: Number(typed.minutes),
  }) as z.input<typeof spokenAnswer>

/** What a side says that only a voice reaches: written down by whoever rang or visited (BR3, PE3). */
export function SpokenForm({
  introductionId,
  side,
  other,
  onMoved,
}: {
  introductionId: string
  side: Side & { toWriteDown: { canShare: Share[] } }
  /** Whom they would meet. */
  other: string
  onMoved: () => void
}) {
  const { t } = useTranslation('introductions')
  const call = useCall()
  const { canShare } = side.toWriteDown
  const [isYes, setYes] = useState(false)
  const f = useSchemaForm({
    // One form whose fields a no leaves empty.
    schema: (isYes ? ofYes : ofNo) as typeof ofYes,
    ns: 'introductions',
    defaultValues: {
      about: side.about,
      ...(canShare[0] ? { share: canShare[0] } : {}),
      minutes: '10',
    },
  })
  const own = `${introductionId}-${side.turn}`
  const send = f.handleSubmit(async (typed) => {
    const body = sent(side.turn, typed as Typed)
    await call(introductionsContract.spoken, { params: { introductionId }, body }).then(
      onMoved,
      f.refuse,
    )
  })
  const yes = (
    <>
      <Radios
        {...f.register('known')}
        id={`f-known-${own}`}
        legend={t('spoken.known', { other })}
        error={f.errorOf('known')}
        choices={KNOWN.map((value) => ({ value, label: t(`known.${value}`) }))}
      />
      <Radios
        {...f.register('share')}
        id={`f-share-${own}`}
        legend={t('spoken.share', { other })}
        defaultValue={canShare[0] ?? ''}
        error={f.errorOf('share')}
        choices={canShare.map((value) => ({ value, label: t(`share.${value}`) }))}
      />
      <TextArea
        {...f.register('about')}
        id={`f-about-${own}`}
        label={t('spoken.about', { other })}
        error={f.errorOf('about')}
        maxCharacters={200}
        rows={3}
      />
    </>
  )
  return (
    <Details summary={t('spoken.title', { name: side.organisation.name })}>
      <form
        noValidate
        onSubmit={send}
        aria-label={t('spoken.title', { name: side.organisation.name })}
      >
        <ErrorSummary
          errors={f.summary.map((e) => ('name' in e ? { ...e, name: `${e.name}-${own}` } : e))}
        />
        <p className="govuk-body">{t('spoken.hint', { other })}</p>
        <Radios
          {...f.register('answer', { onChange: (e) => setYes(e.target.value === 'yes') })}
          id={`f-answer-${own}`}
          legend={t('spoken.answer')}
          error={f.errorOf('answer')}
          choices={[
            ...(canShare.length > 0
              ? [{ value: 'yes', label: t('spoken.yes'), reveals: yes }]
              : []),
            { value: 'no', label: t('spoken.no') },
          ]}
        />
        {canShare.length > 0 ? null : <p className="govuk-hint">{t('spoken.noReach')}</p>}
        <TextField
          {...f.register('spokenWith')}
          id={`f-spokenWith-${own}`}
          label={t('spoken.with')}
          error={f.errorOf('spokenWith')}
        />
        <TextField
          {...f.register('minutes')}
          id={`f-minutes-${own}`}
          label={t('spoken.minutes')}
          inputMode="numeric"
          width={3}
          error={f.errorOf('minutes')}
        />
        <Checkboxes
          {...f.register('readBack')}
          id={`f-readBack-${own}`}
          legend={t('spoken.readBackLegend')}
          error={f.errorOf('readBack')}
          choices={[{ value: 'yes', label: t('spoken.readBack') }]}
        />
        <Button type="submit" kind="secondary" busy={f.formState.isSubmitting}>
          {t('spoken.go')}
        </Button>
      </form>
    </Details>
  )
}
