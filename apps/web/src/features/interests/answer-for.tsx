import type { Challenge } from '@howcanwe/shared/challenges'
import type { Interest, InterestDraft } from '@howcanwe/shared/interests'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readDraft } from '../../lib/drafts.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Loading, Notice } from '../../ui/index.ts'
import { beginFrom, fromDevice } from './draft.ts'
import { draftName, InterestForm, type InterestFormProps } from './interest-form.tsx'
import {
  isOf,
  useCapacity,
  useKeptDraft,
  useMyInterests,
  useRereadMine,
  useShowMine,
  useThrowAway,
} from './interests.queries.ts'
import { SentInterest } from './sent-interest.tsx'
import { useStart } from './use-start.ts'

export interface AnswerForProps {
  challenge: Challenge
  organisation: { id: string; name: string }
  /** Drawn when nothing was sent and nothing can be sent any more. */
  closed: ReactNode
  doors: ReactNode
  /** The whole answer they were given, under the decision. */
  answer?: ((interestId: string) => ReactNode) | undefined
  /** Said before it goes: whether so many hours a month are a lot for them. */
  guard: (hoursPerMonth: number) => ReactNode
  /** The way to answering as one with others. */
  asOne?: InterestFormProps['asOne']
}

/** One organisation and one challenge: the questions, or what was sent. */
export function AnswerFor(props: AnswerForProps) {
  const query = useMyInterests(true)
  return (
    <Loaded query={query}>
      {({ items }) => (
        <Standing
          {...props}
          interest={items.find(
            (i) => i.challenge.id === props.challenge.id && isOf(i, props.organisation.id),
          )}
        />
      )}
    </Loaded>
  )
}

type Mode = 'as-it-stands' | 'changing' | 'fresh' | 'overtaken'

function Standing(props: AnswerForProps & { interest: Interest | undefined }) {
  const { challenge, organisation, interest, closed, doors, answer } = props
  const { t } = useTranslation('interests')
  const [mode, setMode] = useState<Mode>('as-it-stands')
  const reread = useRereadMine()
  const show = useShowMine()
  const open = challenge.state === 'open'
  const sent = interest && interest.state !== 'withdrawn' ? interest : undefined
  const { person, organisation: body } = challenge.asker
  if (sent && mode !== 'changing') {
    return (
      <>
        {mode === 'overtaken' ? <Notice kind="warning" heading={t('sent.stale')} focus /> : null}
        <SentInterest
          interest={sent}
          from={t('sent.from', { person, organisation: body })}
          fresh={mode === 'fresh'}
          onChange={() => setMode('changing')}
          doors={doors}
          answer={answer?.(sent.id)}
        />
      </>
    )
  }
  if (!open) return closed
  return (
    <>
      {interest && !sent ? <Notice>{t('page.withdrawn')}</Notice> : null}
      <Form
        challenge={challenge}
        organisation={organisation}
        before={interest}
        existing={sent}
        guard={props.guard}
        asOne={props.asOne}
        onSent={(sentNow) => {
          show(sentNow)
          setMode('fresh')
        }}
        onCancel={sent ? () => setMode('as-it-stands') : undefined}
        onOvertaken={async () => {
          await reread()
          setMode('overtaken')
        }}
      />
    </>
  )
}

interface FormProps {
  challenge: Challenge
  organisation: { id: string; name: string }
  /** What was sent before, withdrawn or standing. */
  before: Interest | undefined
  existing: Interest | undefined
  onSent: (interest: Interest) => void
  onCancel: (() => void) | undefined
  onOvertaken: () => void
  guard: (hoursPerMonth: number) => ReactNode
  asOne: InterestFormProps['asOne']
}

/** Starts from what was begun, else from what was sent before, else from the profile; without any from nothing. */
function Form(props: FormProps) {
  const { challenge, organisation, before, existing, onSent, onCancel, onOvertaken, guard, asOne } =
    props
  const capacity = useCapacity(organisation.id, true)
  const draft = useKeptDraft(challenge.id, organisation.id)
  const start = useStart(organisation.id, capacity.data, before)
  const throwAway = useThrowAway(challenge.id, organisation.id)
  const [round, setRound] = useState(0)
  if (capacity.isLoading || draft.isLoading) return <Loading lines={6} />
  return (
    <Begin
      key={`${existing?.version ?? 'new'} ${round}`}
      {...{ challenge, organisation, existing, start, onSent, onOvertaken, guard, asOne }}
      kept={draft.data?.draft ?? null}
      profile={capacity.data?.skills ?? []}
      onAgain={async () => {
        await throwAway()
        setRound(round + 1)
      }}
      {...(onCancel ? { onCancel } : {})}
    />
  )
}

/** Looks once at what is kept: what comes later comes through saving. */
function Begin({
  kept,
  ...form
}: Omit<InterestFormProps, 'begun'> & { kept: InterestDraft | null }) {
  const [begun] = useState(() => {
    const copy = readDraft(draftName(form.challenge.id, form.organisation.id))
    const device = copy && fromDevice(copy.value)
    return beginFrom(kept, device && { ...device, at: copy.at })
  })
  return <InterestForm {...form} begun={begun} />
}
