import type { Challenge } from '@howcanwe/shared/challenges'
import {
  type DraftAnswers,
  expressInterest,
  type Interest,
  VOICE_QUESTIONS,
  WORD_LIMIT,
} from '@howcanwe/shared/interests'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem, sentenceOf } from '../../lib/errors.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { useFormats } from '../../lib/format.ts'
import { Button, ButtonGroup, ErrorSummary } from '../../ui/index.ts'
import { type Answers, wordsOfAll } from './answers.ts'
import { CheckStep } from './check-step.tsx'
import type { Begun } from './draft.ts'
import { DraftStatus, Found, Meanwhile } from './draft-notes.tsx'
import { useSendInterest } from './interests.queries.ts'
import type { Start } from './known.ts'
import { Questions } from './questions.tsx'
import { useAnswerDraft } from './use-answer-draft.ts'
import { useStopwatch } from './use-stopwatch.ts'
import { useVoiceNotes } from './voice.queries.ts'

export interface InterestFormProps {
  challenge: Challenge
  organisation: { id: string; name: string }
  /** What the form starts with: the profile's answers, or what was sent before. */
  start: Start
  /** What was written before and not sent. */
  begun: Begun
  profile: readonly string[]
  /** The interest that is being changed. */
  existing?: Interest | undefined
  onSent: (interest: Interest) => void
  /** Throws away what was written and begins anew. */
  onAgain: () => void
  /** Leaves what was sent as it was. */
  onCancel?: () => void
  /** A colleague sent something in the meantime; what is typed here stays on the device. */
  onOvertaken: () => void
  /** Said before it goes, from the hours a month that were answered. */
  guard?: ((hoursPerMonth: number) => ReactNode) | undefined
  /** The way to answering as one with others, from what is typed so far; what is typed stays as a draft. */
  asOne?: ((answers: Partial<Answers>) => ReactNode) | undefined
}

const OVERTAKEN = ['request.stale', 'interests.already_expressed', 'interests.wrong_state']

/** The name of the device copy. */
export const draftName = (challengeId: string, organisationId: string): string =>
  `interest:${challengeId}:${organisationId}`

function useInterestForm({ challenge, organisation, start, begun }: InterestFormProps) {
  const watch = useStopwatch()
  const form = useSchemaForm<Answers>({
    schema: expressInterest,
    ns: 'interests',
    defaultValues: {
      ...start.answers,
      ...begun.answers,
      organisationId: organisation.id,
    } as Answers,
  })
  const draft = useAnswerDraft({
    name: draftName(challenge.id, organisation.id),
    challengeId: challenge.id,
    organisationId: organisation.id,
    begun,
    answers: form.watch(),
    seconds: watch.read,
    take: (theirs: DraftAnswers) => {
      for (const [part, value] of Object.entries(theirs))
        form.setValue(part as keyof Answers, (value ?? undefined) as never)
    },
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form is here
  useEffect(() => watch.addBefore(begun.seconds), [])
  return { form, draft, watch }
}

/** Five questions, then one look at them, then sent. */
export function InterestForm(props: InterestFormProps) {
  const { challenge, organisation, start, begun, profile, existing } = props
  const { onSent, onAgain, onCancel, onOvertaken } = props
  const { t } = useTranslation(['interests', 'problems'])
  const { moment } = useFormats()
  const [checking, setChecking] = useState(false)
  const send = useSendInterest()
  const { form, draft, watch } = useInterestForm(props)
  const voices = useVoiceNotes(challenge.id, organisation.id)

  /** A spoken answer goes out as words: whoever asks reads, and never hears. */
  const onlySpoken = () =>
    VOICE_QUESTIONS.filter(
      (name) =>
        voices.data?.items.some((note) => note.question === name) &&
        (form.getValues(name) ?? '').trim() === '',
    )
  const check = form.handleSubmit(() => {
    const spoken = onlySpoken()
    for (const name of spoken)
      form.setError(name, {
        type: 'voice_without_words',
        message: t('interests:voice.wordsMissing'),
      })
    if (spoken.length > 0) return
    if (wordsOfAll(form.getValues()) > WORD_LIMIT)
      form.setError('why', { type: 'too_many_words', message: t('interests:errors.tooLong') })
    else setChecking(true)
  })
  const sendNow = async () => {
    try {
      await draft.hold()
      const interest = await send.mutateAsync({
        challengeId: challenge.id,
        answers: form.getValues(),
        seconds: watch.read(),
        existing,
      })
      draft.drop()
      onSent(interest)
    } catch (error) {
      draft.goOn()
      if (OVERTAKEN.some((code) => isProblem(error, code))) return onOvertaken()
      if (!isProblem(error, 'request.offline')) setChecking(false)
      form.refuse(error)
    }
  }
  if (checking) {
    return (
      <CheckStep
        answers={form.getValues()}
        organisation={organisation.name}
        closes={moment(challenge.closesAt)}
        refusal={send.error ? sentenceOf(t, send.error) : undefined}
        busy={send.isPending}
        note={props.guard?.(Number(form.getValues('hoursPerMonth')) || 0)}
        onSend={sendNow}
        onBack={() => setChecking(false)}
      />
    )
  }
  const { person, organisation: asker } = challenge.asker
  const closes = moment(challenge.closesAt)
  return (
    <form noValidate onSubmit={check}>
      <ErrorSummary errors={form.summary} />
      {begun.found ? (
        <Found found={begun.found} organisation={organisation.name} onAgain={onAgain} />
      ) : null}
      {draft.meanwhile ? <Meanwhile by={draft.meanwhile.by} /> : null}
      <Questions
        form={form}
        profile={profile}
        known={start.known}
        seenBy={t('interests:seenBy', { person, organisation: asker, closes })}
        voice={{ challengeId: challenge.id, organisationId: organisation.id }}
        asOne={existing ? undefined : props.asOne}
      />
      <DraftStatus draft={draft} organisation={organisation.name} />
      <ButtonGroup>
        <Button type="submit">{t('interests:check.go')}</Button>
        {onCancel ? (
          <Button kind="quiet" onClick={onCancel}>
            {t('interests:sent.leave')}
          </Button>
        ) : null}
      </ButtonGroup>
    </form>
  )
}
