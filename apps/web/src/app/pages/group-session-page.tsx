import { decisionsContract } from '@howcanwe/shared/decisions'
import type { SessionInside } from '@howcanwe/shared/sessions'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { After } from '../../features/sessions/after.tsx'
import { Agenda } from '../../features/sessions/agenda.tsx'
import { capital } from '../../features/sessions/capital.ts'
import { FeltShown, FeltTaps } from '../../features/sessions/felt-taps.tsx'
import { OwnNeeds } from '../../features/sessions/own-needs.tsx'
import { Papers } from '../../features/sessions/papers.tsx'
import { Reminder } from '../../features/sessions/reminder.tsx'
import { ReplyBox } from '../../features/sessions/reply-box.tsx'
import { SessionFacts, StateTag } from '../../features/sessions/session-facts.tsx'
import { useGroupSession } from '../../features/sessions/sessions.queries.ts'
import { useMarksAt } from '../../features/suggestions/suggestions.queries.ts'
import { queryFor } from '../../lib/api.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Columns, Link, Notice, PageHeading, SideNote } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { NotOpenHere, useLinkInHash } from '../not-open-here.tsx'
import { PhoneLink } from '../phone-link.tsx'

const TO_COME = new Set(['announced', 'access-check', 'confirmed'])

/** One session on a telephone: do I come, when, where, what I need, what is talked about. Works without an account. */
export function GroupSessionPage() {
  const { groupId = '', sessionId = '' } = useParams()
  const link = useLinkInHash()
  const session = useGroupSession({ groupId, sessionId })
  return (
    <Loaded query={session} refused={() => <NotOpenHere link={link} />}>
      {(found) => <Session session={found} />}
    </Loaded>
  )
}

function Session({ session: s }: { session: SessionInside }) {
  const { t } = useTranslation('sessions')
  const { span } = useFormats()
  const isOpen = TO_COME.has(s.state) && s.endsAt.getTime() > Date.now()
  const asksNeeds = s.me && (isOpen || s.me.needs.length > 0)
  return (
    <>
      <PageHeading title={capital(span(s.startsAt, s.endsAt))} caption={s.groupName} />
      <p className="govuk-body">
        <StateTag state={s.state} />
      </p>
      <CalledFor groupId={s.groupId} sessionId={s.id} />
      <MarksHomework groupId={s.groupId} sessionId={s.id} />
      {s.state === 'cancelled' ? <Off session={s} /> : null}
      <Columns aside={<Aside session={s} isOpen={isOpen} />} asideLabel={t('who.aside')}>
        <FeltTaps session={s} />
        {isOpen ? <ReplyBox session={s} /> : null}
        <After session={s} />
        <FeltShown session={s} />
        <SessionFacts session={s} isOpen={isOpen} />
        {asksNeeds && s.state !== 'cancelled' ? <OwnNeeds session={s} /> : null}
        <Agenda session={s} isOpen={isOpen} />
        {isOpen || s.papers.length > 0 ? <Papers session={s} /> : null}
      </Columns>
    </>
  )
}

/** An extra session says what it was called for: residents stopped the clock on a decision. */
function CalledFor(params: { groupId: string; sessionId: string }) {
  const { t } = useTranslation('sessions')
  const { data } = useQuery({ ...queryFor(decisionsContract.ofSession, { params }), retry: false })
  if (!data?.decision) return null
  const { id: decisionId, number, text } = data.decision
  return (
    <Notice heading={t('extra.title')}>
      <p className="govuk-body">“{text}”</p>
      <p className="govuk-body">
        <Link className="govuk-link" to={further.decision({ groupId: params.groupId, decisionId })}>
          {t('extra.read', { number })}
        </Link>
      </p>
    </Notice>
  )
}

/** The last meeting says what it is for, and leads to where everybody marks (J-21). */
function MarksHomework(params: { groupId: string; sessionId: string }) {
  const { t } = useTranslation('sessions')
  const { data } = useMarksAt(params)
  if (!data?.isHomework) return null
  return (
    <Notice heading={t('homework.title')}>
      <p className="govuk-body">{t('homework.text')}</p>
      <p className="govuk-body">
        <Link className="govuk-link" to={further.suggestions({ groupId: params.groupId })}>
          {t('homework.mark')}
        </Link>
      </p>
    </Notice>
  )
}

function Off({ session: s }: { session: SessionInside }) {
  const { t } = useTranslation('sessions')
  return (
    <Notice kind="warning" heading={t('off.title')}>
      <p className="govuk-body">{s.cancelledWhy}</p>
      {s.cancelledLate ? <p className="govuk-body">{t('off.late')}</p> : null}
    </Notice>
  )
}

function Aside({ session: s, isOpen }: { session: SessionInside; isOpen: boolean }) {
  const { t } = useTranslation('sessions')
  const { groupId, id: sessionId } = s
  return (
    <>
      {isOpen ? <Coming session={s} /> : null}
      {s.me && isOpen ? (
        <SideNote title={t('remind.title')}>
          <Reminder groupId={groupId} remind={s.me.remind} />
        </SideNote>
      ) : null}
      <SideNote title={t('who.ring')}>
        <p className="govuk-body">
          <strong>{s.facilitator.name}</strong>
          {s.facilitator.phone ? (
            <>
              <br />
              <PhoneLink phone={s.facilitator.phone} />
            </>
          ) : null}
        </p>
      </SideNote>
      <p className="govuk-body">
        <Link className="govuk-link" to={further.sessions({ groupId })}>
          {t('list.all')}
        </Link>
      </p>
      {s.runs ? (
        <p className="govuk-body">
          <Link className="govuk-link" to={further.sessionPlan({ groupId, sessionId })}>
            {t('seeTo')}
          </Link>
        </p>
      ) : null}
    </>
  )
}

function Coming({ session: s }: { session: SessionInside }) {
  const { t } = useTranslation('sessions')
  return (
    <SideNote title={t('who.title')}>
      <ul className="govuk-list">
        {(['residents', 'organisations', 'public-bodies'] as const).map((bloc) => (
          <li key={bloc}>{t('who.line', { bloc: t(`from.${bloc}`), count: s.coming[bloc] })}</li>
        ))}
      </ul>
      {s.coming.waiting > 0 ? (
        <p className="govuk-body">{t('who.waiting', { count: s.coming.waiting })}</p>
      ) : null}
    </SideNote>
  )
}
