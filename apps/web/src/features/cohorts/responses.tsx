import type { State } from '@howcanwe/shared/challenges'
import type { Interest } from '@howcanwe/shared/interests'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { EmptyState, Notice } from '../../ui/index.ts'
import { Choosing } from './choosing.tsx'
import { useDecisionDraft, useResponses } from './cohorts.queries.ts'
import type { Criterion } from './decide.tsx'
import { Told } from './told.tsx'

export interface ResponsesProps {
  challengeId: string
  state: State
  closesAt: Date | null
  resultsBy: string | null
  cohortSize: number
  /** The points everybody was read by. */
  criteria: readonly Criterion[]
  /** To the public page, once everyone has been told. */
  publicLink: ReactNode
}

/** What came in on a challenge: sealed, to choose from, or told. */
export function Responses(props: ResponsesProps) {
  const query = useResponses(props.challengeId)
  return (
    <Loaded
      query={query}
      lines={6}
      refused={(error) => (isProblem(error, 'interests.sealed') ? <Sealed {...props} /> : null)}
    >
      {({ items }) => {
        if (props.state === 'formed' || props.state === 'none-chosen')
          return <Told {...props} interests={items} />
        return (
          <>
            {items.length === 0 ? <Nobody /> : null}
            <Drafted {...props} interests={items} />
          </>
        )
      }}
    </Loaded>
  )
}

/** The answers, with what was written to them before. */
function Drafted(props: ResponsesProps & { interests: readonly Interest[] }) {
  const { challengeId, interests, criteria, cohortSize } = props
  const draft = useDecisionDraft(challengeId)
  return (
    <Loaded query={draft} lines={6}>
      {(kept) => <Choosing {...{ challengeId, interests, criteria, cohortSize }} draft={kept} />}
    </Loaded>
  )
}

/** Before the deadline nobody reads, and nobody sees how many: not even the one who asked. */
function Sealed({ state, closesAt, resultsBy }: ResponsesProps) {
  const { t } = useTranslation('cohorts')
  const { moment, day } = useFormats()
  const closes = state === 'open' || state === 'paused'
  if (!closes || !closesAt)
    return <Notice heading={t('sealed.never')}>{t('sealed.neverText')}</Notice>
  return (
    <Notice heading={t('sealed.title', { when: moment(closesAt) })}>
      <p className="govuk-body">{t('sealed.text')}</p>
      {resultsBy ? (
        <p className="govuk-body">{t('sealed.promise', { day: day(resultsBy) })}</p>
      ) : null}
    </Notice>
  )
}

function Nobody() {
  const { t } = useTranslation('cohorts')
  return <EmptyState>{t('nobody')}</EmptyState>
}
