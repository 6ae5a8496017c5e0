import { type Decision, decisionsContract } from '@howcanwe/shared/decisions'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { AnnounceForm } from '../../features/codesign/announce-form.tsx'
import { useGroup } from '../../features/codesign/codesign.queries.ts'
import { useDecision } from '../../features/decisions/decisions.queries.ts'
import { useCall } from '../../lib/api.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Link, PageHeading } from '../../ui/index.ts'
import '../../features/decisions/decisions.scss'
import { further } from '../further-paths.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'

/** Residents stopped the clock: whoever runs the group calls the one extra session they are owed (§4.2, Hold). */
export function ExtraSessionPage() {
  return (
    <SignedIn roles={['facilitator']}>
      <Found />
    </SignedIn>
  )
}

function Found() {
  const { decisionId = '' } = useParams()
  const decision = useDecision(decisionId, false)
  return <Loaded query={decision}>{(found) => <Call decision={found} />}</Loaded>
}

function Call({ decision }: { decision: Decision }) {
  const { t } = useTranslation('decisions')
  const { day } = useFormats()
  const { groupId = '' } = useParams()
  const [last] = decision.versions
  const until = last?.hold.until
  const isOwed = decision.runs && decision.state === 'held' && until
  return (
    <>
      <PageHeading
        title={t('extra.title')}
        caption={t('number', { number: decision.number })}
        {...(isOwed ? { lead: t('extra.lead', { day: day(new Date(until.getTime() - 1)) }) } : {})}
      />
      {last ? <blockquote className="hcw-decision__text">{last.wording.text}</blockquote> : null}
      {isOwed ? <Form decision={decision} /> : <p className="govuk-body">{t('extra.notNow')}</p>}
      <p className="govuk-body">
        <Link className="govuk-link" to={further.decision({ groupId, decisionId: decision.id })}>
          {t('extra.back')}
        </Link>
      </p>
    </>
  )
}

function Form({ decision }: { decision: Decision }) {
  const { groupId = '' } = useParams()
  const call = useCall()
  const navigate = useNavigate()
  const zone = usePlace()?.timeZone ?? 'Europe/London'
  const params = { decisionId: decision.id }
  const group = useGroup(groupId)
  // A form drawn before it is known where the group meets would be drawn again over what was typed.
  if (group.isPending) return null
  return (
    <AnnounceForm
      {...{ groupId, zone }}
      last={group.data?.sessions.at(-1)}
      send={(body) => call(decisionsContract.callSession, { params, body })}
      onDone={() => void navigate(further.decision({ groupId, decisionId: decision.id }))}
    />
  )
}
