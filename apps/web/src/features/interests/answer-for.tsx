import type { Challenge } from '@howcanwe/shared/challenges'
import type { Interest } from '@howcanwe/shared/interests'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loaded } from '../../lib/loaded.tsx'
import { Loading, Notice } from '../../ui/index.ts'
import { fromCapacity, fromInterest } from './answers.ts'
import { InterestForm } from './interest-form.tsx'
import { useCapacity, useMyInterests, useRereadMine, useShowMine } from './interests.queries.ts'
import { SentInterest } from './sent-interest.tsx'

export interface AnswerForProps {
  challenge: Challenge
  organisation: { id: string; name: string }
  /** Drawn when nothing was sent and nothing can be sent any more. */
  closed: ReactNode
  doors: ReactNode
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
            (i) =>
              i.challenge.id === props.challenge.id && i.organisation.id === props.organisation.id,
          )}
        />
      )}
    </Loaded>
  )
}

type Mode = 'as-it-stands' | 'changing' | 'fresh' | 'overtaken'

function Standing(props: AnswerForProps & { interest: Interest | undefined }) {
  const { challenge, organisation, interest, closed, doors } = props
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
}

/** Starts from what was sent before, else from the profile; without a profile from nothing. */
function Form(props: FormProps) {
  const { challenge, organisation, before, existing, onSent, onCancel, onOvertaken } = props
  const capacity = useCapacity(organisation.id, true)
  if (capacity.isPending) return <Loading lines={6} />
  return (
    <InterestForm
      key={existing?.version ?? 'new'}
      challenge={challenge}
      organisation={organisation}
      start={before ? fromInterest(before) : fromCapacity(organisation.id, capacity.data)}
      profile={capacity.data?.skills ?? []}
      existing={existing}
      onSent={onSent}
      onOvertaken={onOvertaken}
      {...(onCancel ? { onCancel } : {})}
    />
  )
}
