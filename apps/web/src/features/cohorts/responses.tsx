import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { EmptyState, Notice } from '../../ui/index.ts'
import { Choosing } from './choosing.tsx'
import { useResponses } from './cohorts.queries.ts'
import { Told } from './told.tsx'

export interface ResponsesProps {
  challengeId: string
  state: 'draft' | 'open' | 'choosing' | 'formed' | 'none-chosen' | 'withdrawn'
  closesAt: Date | null
  resultsBy: string | null
  cohortSize: number
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
          return <Told interests={items} publicLink={props.publicLink} />
        return (
          <>
            {items.length === 0 ? <Nobody /> : null}
            <Choosing
              challengeId={props.challengeId}
              interests={items}
              cohortSize={props.cohortSize}
            />
          </>
        )
      }}
    </Loaded>
  )
}

/** Before the deadline nobody reads, and nobody sees how many: not even the one who asked. */
function Sealed({ state, closesAt, resultsBy }: ResponsesProps) {
  const { t } = useTranslation('cohorts')
  const { moment, day } = useFormats()
  if (state !== 'open' || !closesAt)
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
