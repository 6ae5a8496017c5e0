import { type Challenge, challengesContract } from '@howcanwe/shared/challenges'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { GapsNote } from '../../features/matching/gaps-note.tsx'
import { OrderBalance } from '../../features/matching/how-order.tsx'
import { type Matches, useMatches } from '../../features/matching/matching.queries.ts'
import { Weights } from '../../features/matching/weights.tsx'
import { queryFor } from '../../lib/api.ts'
import { isProblem } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Columns, EmptyState, Link, Notice, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { further } from '../further-paths.ts'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'
import { Inviting } from './matches-inviting.tsx'

/** A broker sees who fits a question and why, and invites some (J-10). */
export function MatchesPage() {
  return (
    <SignedIn roles={['broker']}>
      <ForChallenge />
    </SignedIn>
  )
}

function ForChallenge() {
  const { challengeId = '' } = useParams()
  const { t } = useTranslation('matching')
  const challenge = useQuery(queryFor(challengesContract.read, { params: { slug: challengeId } }))
  const matches = useMatches(challengeId)
  return (
    <Loaded query={challenge}>
      {(asked) => (
        <>
          <PageHeading
            title={t('page.title')}
            caption={
              <Link to={paths.challenge({ slug: asked.slug })} className="govuk-link">
                {asked.question}
              </Link>
            }
            lead={t('page.lead')}
          />
          <Loaded query={matches} lines={8} refused={(error) => <NoneNow error={error} />}>
            {(found) => <Found challenge={asked} matches={found} />}
          </Loaded>
        </>
      )}
    </Loaded>
  )
}

function NoneNow({ error }: { error: unknown }) {
  const { t } = useTranslation('matching')
  if (!isProblem(error, 'challenges.wrong_state')) return null
  return (
    <EmptyState action={<Link to={paths.desk()}>{t('page.back')}</Link>}>
      {t('page.refused')}
    </EmptyState>
  )
}

function Found({ challenge, matches }: { challenge: Challenge; matches: Matches }) {
  const { t } = useTranslation('matching')
  const place = usePlace()
  const beside = (
    <>
      <SideNote title={t('balance.title')}>
        <OrderBalance matches={matches} />
      </SideNote>
      <SideNote title={t('how.title')}>
        <Weights weights={matches.weights} seed={matches.seed} />
        <p className="govuk-body">
          <Link to={paths.decisions()}>{t('how.more')}</Link>
        </p>
        <p className="govuk-body">
          <Link to={further.matchingHere()}>{t('found.here')}</Link>
        </p>
      </SideNote>
      {place ? (
        <SideNote title={t('page.help')}>
          <Contact contact={place.contact} />
        </SideNote>
      ) : null}
    </>
  )
  return (
    <Columns aside={beside} asideLabel={t('how.title')}>
      {place?.demo ? <Notice heading={t('page.demo')} /> : null}
      <Looked matches={matches} />
      <Sealed challenge={challenge} />
      <GapsNote challengeId={challenge.id} />
      <Doors challenge={challenge} />
      {matches.items.length === 0 ? (
        <EmptyState
          action={
            <Link to={paths.challenge({ slug: challenge.slug })}>{t('page.seeQuestion')}</Link>
          }
        >
          {t('page.none')}
        </EmptyState>
      ) : (
        <Inviting challenge={challenge} matches={matches} />
      )}
    </Columns>
  )
}

function Looked({ matches }: { matches: Matches }) {
  const { t } = useTranslation('matching')
  const { number } = useFormats()
  const { eligible, considered, items } = matches
  const looked = t('page.organisations', { count: considered, shown: number(considered) })
  const all = eligible.all === items.length && eligible.all > 1
  if (eligible.all === 0) return null
  return (
    <p className="govuk-body">
      {all
        ? t('page.lookedAll', { looked, count: eligible.all })
        : t('page.looked', { looked, count: eligible.all, shown: items.length })}
    </p>
  )
}

function Sealed({ challenge }: { challenge: Challenge }) {
  const { t } = useTranslation('matching')
  const { moment } = useFormats()
  return (
    <p className="govuk-body">
      {challenge.state === 'open'
        ? t('page.sealed', { when: moment(challenge.closesAt) })
        : t('page.closed')}
    </p>
  )
}

/** What else a broker can do with whoever fits: let them answer as one, or introduce two to each other. */
function Doors({ challenge }: { challenge: Challenge }) {
  const { t } = useTranslation('matching')
  return (
    <ul className="govuk-list">
      {challenge.state === 'open' ? (
        <li>
          <Link className="govuk-link" to={further.seedTogether({ slug: challenge.slug })}>
            {t('page.together')}
          </Link>
        </li>
      ) : null}
      <li>
        <Link
          className="govuk-link"
          to={further.introductionsDesk({}, { challenge: challenge.id })}
        >
          {t('page.introduce')}
        </Link>
      </li>
    </ul>
  )
}
