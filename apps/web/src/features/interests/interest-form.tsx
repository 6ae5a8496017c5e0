import type { Challenge } from '@howcanwe/shared/challenges'
import { expressInterest, type Interest, WORD_LIMIT } from '@howcanwe/shared/interests'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readDraft } from '../../lib/drafts.ts'
import { isProblem, sentenceOf } from '../../lib/errors.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { useFormats } from '../../lib/format.ts'
import { useDeviceDraft } from '../../lib/use-device-draft.ts'
import { Button, ButtonGroup, ErrorSummary, Notice } from '../../ui/index.ts'
import { type Answers, fromDraft, type StartedAnswers, wordsOfAll } from './answers.ts'
import { AnswersSummary } from './answers-summary.tsx'
import { useSendInterest } from './interests.queries.ts'
import { Questions } from './questions.tsx'
import { useStopwatch } from './use-stopwatch.ts'

export interface InterestFormProps {
  challenge: Challenge
  organisation: { id: string; name: string }
  /** What the form starts with: the profile's ticks, or what was sent before. */
  start: StartedAnswers
  profile: readonly string[]
  /** The interest that is being changed. */
  existing?: Interest | undefined
  onSent: (interest: Interest) => void
  /** Leaves what was sent as it was. */
  onCancel?: () => void
  /** A colleague sent something in the meantime; what is typed here stays on the device. */
  onOvertaken: () => void
}

const OVERTAKEN = ['request.stale', 'interests.already_expressed', 'interests.wrong_state']

const keyFor = (p: Pick<InterestFormProps, 'challenge' | 'organisation'>) =>
  `interest:${p.challenge.id}:${p.organisation.id}`

/** Five questions, then one look at them, then sent. What is typed stays on this device until it is sent. */
export function InterestForm(props: InterestFormProps) {
  const { challenge, organisation, start, profile, existing, onSent, onCancel, onOvertaken } = props
  const { t } = useTranslation(['interests', 'problems'])
  const { moment } = useFormats()
  const [checking, setChecking] = useState(false)
  const [found, setFound] = useState<Date | null>(null)
  const watch = useStopwatch()
  const send = useSendInterest()
  const form = useSchemaForm<Answers>({
    schema: expressInterest,
    ns: 'interests',
    defaultValues: start,
  })
  const answers = form.watch()
  const draft = useDeviceDraft(keyFor(props), answers, (value) => ({
    answers: value,
    seconds: watch.read(),
  }))

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form is here
  useEffect(() => {
    const copy = readDraft(keyFor(props))
    const kept = copy && fromDraft(copy.value)
    if (!copy || !kept) return
    form.reset({ ...start, ...kept.answers, organisationId: organisation.id } as Answers)
    watch.addBefore(kept.seconds)
    setFound(copy.at)
  }, [])

  const check = form.handleSubmit(() => {
    if (wordsOfAll(form.getValues()) > WORD_LIMIT)
      form.setError('why', { type: 'too_many_words', message: t('interests:errors.tooLong') })
    else setChecking(true)
  })
  const sendNow = async () => {
    try {
      const interest = await send.mutateAsync({
        challengeId: challenge.id,
        answers: form.getValues(),
        seconds: watch.read(),
        existing,
      })
      draft.drop()
      onSent(interest)
    } catch (error) {
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
        onSend={sendNow}
        onBack={() => setChecking(false)}
      />
    )
  }
  const seenBy = t('interests:seenBy', {
    person: challenge.asker.person,
    organisation: challenge.asker.organisation,
    closes: moment(challenge.closesAt),
  })
  return (
    <form noValidate onSubmit={check}>
      <ErrorSummary errors={form.summary} />
      {found ? <Notice>{t('interests:draft.found', { when: moment(found) })}</Notice> : null}
      <Questions form={form} profile={profile} seenBy={seenBy} />
      <KeptHere at={draft.keptAt} />
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

/** Says that this is a copy on the device and nothing has been sent (a draft is not an answer). */
function KeptHere({ at }: { at: Date | null }) {
  const { t } = useTranslation('interests')
  const { clock } = useFormats()
  return (
    <p className="hcw-save">{at ? t('draft.keptAt', { time: clock(at) }) : t('draft.notSent')}</p>
  )
}

interface CheckStepProps {
  answers: Answers
  organisation: string
  closes: string
  refusal: string | undefined
  busy: boolean
  onSend: () => void
  onBack: () => void
}

function CheckStep(props: CheckStepProps) {
  const { answers, organisation, closes, refusal, busy, onSend, onBack } = props
  const { t } = useTranslation('interests')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    heading.current?.scrollIntoView?.({ block: 'start' })
  }, [])
  return (
    <>
      <h2 ref={heading} className="govuk-heading-l" tabIndex={-1}>
        {t('check.title')}
      </h2>
      <p className="govuk-body">{t('check.text', { organisation, closes })}</p>
      <AnswersSummary answers={answers} />
      {refusal ? <Notice kind="warning" heading={refusal} focus /> : null}
      <ButtonGroup>
        <Button onClick={onSend} busy={busy}>
          {busy ? t('check.sending') : t('check.send')}
        </Button>
        <Button kind="secondary" onClick={onBack}>
          {t('check.back')}
        </Button>
      </ButtonGroup>
    </>
  )
}
