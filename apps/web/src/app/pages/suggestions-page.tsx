import type { Inside, InsideSuggestion } from '@howcanwe/shared/suggestions'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { AnnounceForm } from '../../features/codesign/announce-form.tsx'
import { useGroup, useMembers } from '../../features/codesign/codesign.queries.ts'
import { useGroupSessions } from '../../features/sessions/sessions.queries.ts'
import { AnswerForms } from '../../features/suggestions/answer-forms.tsx'
import { Counts } from '../../features/suggestions/counts.tsx'
import { HomeworkLine } from '../../features/suggestions/homework-line.tsx'
import { LadderForm } from '../../features/suggestions/ladder-form.tsx'
import { MarkOne } from '../../features/suggestions/mark-one.tsx'
import { Press } from '../../features/suggestions/press.tsx'
import { SaidList } from '../../features/suggestions/said-list.tsx'
import { SayForm } from '../../features/suggestions/say-form.tsx'
import { Steps } from '../../features/suggestions/steps.tsx'
import { useInside, useSuggestions } from '../../features/suggestions/suggestions.queries.ts'
import { TypeForm } from '../../features/suggestions/type-form.tsx'
import { TypeHomework } from '../../features/suggestions/type-homework.tsx'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { useSession } from '../../lib/session.ts'
import { ButtonLink, Details, Link, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { usePlace } from '../place.ts'

/** What the group said, from within: say, mark, say how much say there was; or answer and take the last steps. */
export function SuggestionsPage() {
  const { t } = useTranslation('codesign')
  const { groupId = '' } = useParams()
  const query = useInside(groupId)
  const refused = () => (
    <>
      <PageHeading title={t('room.closedTitle')} lead={t('room.closedText')} />
      <ButtonLink to={further.myPlace()}>{t('place.open')}</ButtonLink>
    </>
  )
  return (
    <Loaded query={query} refused={refused}>
      {(inside) => (inside.runs ? <Running inside={inside} /> : <Taking inside={inside} />)}
    </Loaded>
  )
}

const isOver = ({ group }: Inside): boolean =>
  group.state === 'homework-marked' || group.state === 'closed'
const mayMark = ({ group, homework }: Inside): boolean =>
  group.state === 'reporting-back' && homework !== null && !homework.closedAt
const mayRate = ({ group, homework }: Inside): boolean =>
  homework?.ladderAsked === true && group.state !== 'closed'

/** For whoever takes part. */
function Taking({ inside }: { inside: Inside }) {
  const { t } = useTranslation('suggestions')
  const { group, homework } = inside
  return (
    <>
      <PageHeading title={t('inside.title')} caption={group.name} lead={t('inside.lead')} />
      {homework ? <HomeworkLine homework={homework} /> : null}
      {mayRate(inside) ? <LadderForm groupId={group.id} mine={inside.myRung} /> : null}
      {isOver(inside) ? null : (
        <section aria-labelledby="say">
          <h2 id="say" className="govuk-heading-m">
            {t('inside.sayTitle')}
          </h2>
          <SayForm groupId={group.id} />
        </section>
      )}
      {inside.items.length > 0 ? <Counts counts={inside.counts} items={inside.items} /> : null}
      <SaidList
        items={inside.items}
        view={mayMark(inside) ? 'mark' : 'read'}
        more={(one) => (
          <>
            {one.mine ? <Mine one={one} /> : null}
            {mayMark(inside) ? <MarkOne one={one} /> : null}
          </>
        )}
      />
      <Ways groupId={group.id} />
    </>
  )
}

function Mine({ one }: { one: InsideSuggestion }) {
  const { t } = useTranslation('suggestions')
  const { nameAs } = useSuggestions()
  const isNamed = one.namedAs === 'first-name'
  return (
    <>
      <p className="govuk-body hcw-soft">{t('inside.mine')}</p>
      <Press
        about={t('answer.about', { number: one.number })}
        onPress={() => nameAs(one.id, isNamed ? 'nobody' : 'first-name')}
      >
        {t(isNamed ? 'inside.hideName' : 'inside.showName')}
      </Press>
    </>
  )
}

/** For whoever runs the group. */
function Running({ inside }: { inside: Inside }) {
  const { t } = useTranslation('suggestions')
  const { me } = useSession()
  const { group } = inside
  return (
    <>
      <PageHeading title={t('inside.title')} caption={group.name} lead={t('inside.leadRuns')} />
      {inside.items.length > 0 ? <Counts counts={inside.counts} items={inside.items} /> : null}
      <Typing inside={inside} />
      <SaidList
        items={inside.items}
        view="answer"
        more={(one) => (
          <>
            {one.ring ? <p className="govuk-body">{t('inside.ring', { who: one.ring })}</p> : null}
            <AnswerForms one={one} named={me?.displayName ?? ''} />
          </>
        )}
      />
      <LastSteps inside={inside} />
      <Ways groupId={group.id} />
    </>
  )
}

function Typing({ inside }: { inside: Inside }) {
  const { t } = useTranslation('suggestions')
  const { moment } = useFormats()
  const groupId = inside.group.id
  const members = useMembers(groupId)
  const held = useGroupSessions(groupId)
  const people = (members.data?.items ?? []).map(({ id, firstName, reference }) => ({
    value: id,
    label: `${firstName}, ${reference}`,
  }))
  const sessions = (held.data?.items ?? [])
    .filter(({ isOver, state }) => isOver && state !== 'cancelled')
    .map(({ id, startsAt, venue }) => ({ value: id, label: `${moment(startsAt)}, ${venue}` }))
  return (
    <>
      {isOver(inside) ? null : (
        <Details summary={t('type.title')}>
          <TypeForm groupId={groupId} members={people} sessions={sessions} />
        </Details>
      )}
      {mayMark(inside) || mayRate(inside) ? (
        <Details summary={t('sheet.title')}>
          <p className="govuk-body">
            <Link className="govuk-link" to={further.homeworkSheet({ groupId })}>
              {t('sheet.print')}
            </Link>
          </p>
          <TypeHomework
            groupId={groupId}
            members={people}
            items={mayMark(inside) ? inside.items : []}
            ladderAsked={mayRate(inside)}
          />
        </Details>
      ) : null}
    </>
  )
}

function LastSteps({ inside }: { inside: Inside }) {
  const groupId = inside.group.id
  const zone = usePlace()?.timeZone ?? 'Europe/London'
  const { announce } = useSuggestions()
  const known = useGroup(groupId)
  // A form drawn before it is known where the group meets would be drawn again over what was typed.
  if (known.isPending) return null
  return (
    <Steps
      inside={inside}
      toSession={(sessionId) => further.sessionPlan({ groupId, sessionId })}
      announce={
        <AnnounceForm
          {...{ groupId, zone }}
          last={known.data?.sessions.at(-1)}
          send={(body) => announce(groupId, body)}
          onDone={() => undefined}
        />
      }
    />
  )
}

function Ways({ groupId }: { groupId: string }) {
  const { t } = useTranslation('suggestions')
  const ways = [
    { to: further.youSaid({ groupId }), label: t('inside.toPublic') },
    { to: further.influence({ groupId }), label: t('youSaid.toInfluence') },
    { to: further.room({ groupId }), label: t('inside.back') },
  ]
  return (
    <ul className="govuk-list">
      {ways.map(({ to, label }) => (
        <li key={to}>
          <Link className="govuk-link" to={to}>
            {label}
          </Link>
        </li>
      ))}
    </ul>
  )
}
