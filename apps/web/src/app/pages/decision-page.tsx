import type { Decision } from '@howcanwe/shared/decisions'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useMembers } from '../../features/codesign/codesign.queries.ts'
import { AnswerButtons } from '../../features/decisions/answer-buttons.tsx'
import { BodyWords } from '../../features/decisions/body-words.tsx'
import { useDecision, useLiveGroup } from '../../features/decisions/decisions.queries.ts'
import { DeskSteps } from '../../features/decisions/desk-steps.tsx'
import { Held, HoldForm } from '../../features/decisions/hold-box.tsx'
import { ObjectForm, Objections } from '../../features/decisions/objections.tsx'
import { Result } from '../../features/decisions/result-bars.tsx'
import { useIsOver } from '../../features/decisions/time-over.ts'
import { ToRing } from '../../features/decisions/to-ring.tsx'
import { TypeIn } from '../../features/decisions/type-in.tsx'
import { Wording, WordingFacts } from '../../features/decisions/wording.tsx'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { ButtonLink, Link, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { ExtraSession } from './decision-extra-session.tsx'
import '../../features/decisions/decisions.scss'

type Version = Decision['versions'][number]

/** One decision on a phone: what it is about, three answers, what it needs, and what came of it as it comes. */
export function DecisionPage() {
  const { t } = useTranslation('decisions')
  const { groupId = '', decisionId = '' } = useParams()
  const isLive = useLiveGroup(groupId)
  const decision = useDecision(decisionId, isLive)
  return (
    <>
      <Loaded query={decision} refused={() => <NotOpenHere groupId={groupId} />}>
        {(found) => <One groupId={groupId} decision={found} />}
      </Loaded>
      <p className="govuk-body">
        <Link className="govuk-link" to={further.decisions({ groupId })}>
          {t('all')}
        </Link>
      </p>
    </>
  )
}

function NotOpenHere({ groupId }: { groupId: string }) {
  const { t } = useTranslation('decisions')
  return (
    <>
      <PageHeading title={t('closedTitle')} lead={t('closedText')} />
      <p className="govuk-body">
        <ButtonLink to={further.myPlace()}>{t('openPlace')}</ButtonLink>
      </p>
      <p className="govuk-body">
        <Link className="govuk-link" to={further.decisions({ groupId })}>
          {t('readPublic')}
        </Link>
      </p>
    </>
  )
}

function One({ groupId, decision }: { groupId: string; decision: Decision }) {
  const { t } = useTranslation('decisions')
  const [last, ...before] = decision.versions
  if (!last) return null
  return (
    <>
      <PageHeading
        title={last.wording.text}
        caption={`${t('number', { number: decision.number })} · ${t(`state.${decision.state}`)}`}
      />
      <WordingFacts of={last.wording} />
      {decision.notBefore && !decision.runs ? <ReadNow notBefore={decision.notBefore} /> : null}
      <div role="status">
        <Outcome decision={decision} version={last} />
      </div>
      {decision.body ? <BodyWords body={decision.body} /> : null}
      <div role="status">
        <Held version={last}>
          <ExtraSession groupId={groupId} decision={decision} version={last} />
        </Held>
      </div>
      {decision.state === 'open' ? (
        <Open groupId={groupId} decision={decision} last={last} />
      ) : null}
      <Objections decision={decision} version={last} />
      <LookedAgain decision={decision} />
      {decision.runs ? <DeskSteps key={decision.state} decision={decision} /> : null}
      {decision.ring ? <ToRing people={decision.ring} /> : null}
      {before.map((version) => (
        <Before key={version.number} decision={decision} version={version} />
      ))}
    </>
  )
}

/** Its words are a paper: from when something may be decided on them. */
function ReadNow({ notBefore }: { notBefore: Date }) {
  const { t } = useTranslation('decisions')
  const { day } = useFormats()
  return (
    <p className="govuk-body">
      <strong>{t('readNow', { day: day(notBefore) })}</strong>
    </p>
  )
}

const openIn = (version: Version) => version.objections.filter(({ takenBack }) => !takenBack).length

interface OutcomeProps {
  decision: Decision
  version: Version
  isEarlier?: boolean
}

function Outcome({ decision, version, isEarlier }: OutcomeProps) {
  if (!version.result) return null
  return (
    <Result
      kind={decision.kind}
      result={version.result}
      counts={version.counts}
      openObjections={openIn(version)}
      isEarlier={isEarlier}
    />
  )
}

function Open({ groupId, decision, last }: { groupId: string; decision: Decision; last: Version }) {
  const { t } = useTranslation('decisions')
  const isOver = useIsOver(last.closesAt)
  const { mine, runs } = decision
  return (
    <>
      {mine?.may && !isOver ? <AnswerButtons decision={decision} version={last.number} /> : null}
      {mine && !mine.may ? <p className="govuk-body">{t('answer.notYours')}</p> : null}
      <Progress decision={decision} until={last.closesAt} isOver={isOver} />
      {runs ? <Desk groupId={groupId} decision={decision} version={last.number} /> : null}
      {mine?.may && !isOver ? <OwnRights decision={decision} last={last} /> : null}
    </>
  )
}

function OwnRights({ decision, last }: { decision: Decision; last: Version }) {
  return (
    <>
      <ObjectForm decision={decision} version={last} />
      {last.hold.at ? null : <HoldForm decision={decision} version={last} />}
    </>
  )
}

interface ProgressProps {
  decision: Decision
  until: Date | null
  isOver: boolean
}

/** How many have answered, until when, and what it needs; once its time is over, what it still waits for. */
function Progress({ decision, until, isOver }: ProgressProps) {
  const { t } = useTranslation('decisions')
  const { day, time } = useFormats()
  return (
    <>
      <p className="govuk-body">
        <strong>{t('answered', decision.answered)}</strong>{' '}
        {until && !isOver ? t('until', { day: day(until), time: time(until) }) : null}
        {isOver ? t('timeIsOver') : null}
      </p>
      <p className="govuk-body hcw-soft">
        {t(decision.kind === 'ordinary' ? 'needs.three' : 'needs.residents')}
      </p>
    </>
  )
}

function Desk({
  groupId,
  decision,
  version,
}: {
  groupId: string
  decision: Decision
  version: number
}) {
  const { t } = useTranslation('decisions')
  const members = useMembers(groupId)
  const people = (members.data?.items ?? []).map(
    ({ id, firstName, reference, contactBy, contact }) => ({
      ...{ id, firstName, reference },
      reach: contactBy === 'email' ? t('byEmail') : contact,
    }),
  )
  return (
    <>
      <p className="govuk-body">
        <ButtonLink
          kind="secondary"
          to={further.decisionScreen({ groupId, decisionId: decision.id })}
        >
          {t('toScreen')}
        </ButtonLink>
      </p>
      <TypeIn decision={decision} version={version} people={people} />
    </>
  )
}

function LookedAgain({ decision }: { decision: Decision }) {
  const { t } = useTranslation('decisions')
  const { day } = useFormats()
  const { review } = decision
  if (!review) return null
  return (
    <p className="govuk-body">
      {review.outcome
        ? t(`review.was-${review.outcome}`, { note: review.note })
        : t('review.on', { day: day(review.on) })}
    </p>
  )
}

/** How an earlier version fared, for whoever wants to see what changed. */
function Before({ decision, version }: { decision: Decision; version: Version }) {
  const { t } = useTranslation('decisions')
  return (
    <section aria-labelledby={`before-${version.number}`}>
      <h2 id={`before-${version.number}`} className="govuk-heading-m">
        {t('before', { number: version.number })}
      </h2>
      <Wording of={version.wording} />
      <Outcome decision={decision} version={version} isEarlier />
      <Objections decision={decision} version={version} />
    </section>
  )
}
