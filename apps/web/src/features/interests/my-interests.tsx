import type { Interest } from '@howcanwe/shared/interests'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { EmptyState, NoticeList, NoticeListItem, Tag } from '../../ui/index.ts'
import { useMyInterests } from './interests.queries.ts'

export interface MyInterestsProps {
  /** The person belongs to an organisation here. */
  belongs: boolean
  /** The page where an interest is read and changed: `(slug) => paths.interest({ slug })`. */
  linkTo: (slug: string) => string
  /** What to do where there is nothing yet: a link to the open challenges. */
  emptyAction?: ReactNode
  /** After a 'not this time': doors that are open, and whom to ring. */
  doors?: ReactNode
  level?: 2 | 3
}

/** What my organisations have answered, with what became of it. Needs the catalogue `interests`. */
export function MyInterests({ belongs, linkTo, emptyAction, doors, level = 3 }: MyInterestsProps) {
  const { t } = useTranslation('interests')
  const query = useMyInterests(belongs)
  if (!belongs) return null
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState action={emptyAction}>{t('mine.none')}</EmptyState>
        ) : (
          <NoticeList label={t('mine.title')}>
            {items.map((interest) => (
              <NoticeListItem
                key={interest.id}
                to={linkTo(interest.challenge.slug)}
                title={interest.challenge.question}
                level={level}
                caption={<State interest={interest} />}
              >
                <Standing interest={interest} doors={doors} />
              </NoticeListItem>
            ))}
          </NoticeList>
        )
      }
    </Loaded>
  )
}

const TONES = {
  submitted: 'plain',
  withdrawn: 'quiet',
  chosen: 'pine',
  'not-this-time': 'quiet',
} as const

function State({ interest }: { interest: Interest }) {
  const { t } = useTranslation('interests')
  return (
    <>
      <Tag tone={TONES[interest.state]}>{t(`states.${interest.state}`)}</Tag>{' '}
      {interest.organisation.name}
    </>
  )
}

function Standing({ interest, doors }: { interest: Interest; doors?: ReactNode }) {
  const { t } = useTranslation('interests')
  const { day, moment } = useFormats()
  const { closesAt, resultsBy } = interest.challenge
  if (interest.decision) {
    return (
      <>
        <p className="govuk-body">{interest.decision.reason}</p>
        {interest.decision.outcome === 'not-this-time' ? doors : null}
      </>
    )
  }
  const sentences = [
    interest.can.change ? t('mine.mayChange', { closes: moment(closesAt) }) : '',
    interest.state === 'submitted' && resultsBy ? t('mine.hear', { day: day(resultsBy) }) : '',
  ]
  const text = sentences.filter(Boolean).join(' ')
  return text ? <p className="govuk-body">{text}</p> : null
}
