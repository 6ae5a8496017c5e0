import type { Decision } from '@howcanwe/shared/decisions'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { QrCode } from '../../features/codesign/qr-code.tsx'
import { useDecision, useLiveGroup } from '../../features/decisions/decisions.queries.ts'
import { Result } from '../../features/decisions/result-bars.tsx'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Link, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import '../../features/decisions/decisions.scss'

/** For the wall of a room: the text, how many have answered, how to answer, and the result as it comes. */
export function DecisionScreenPage() {
  const { t } = useTranslation('decisions')
  const { groupId = '', decisionId = '' } = useParams()
  const decision = useDecision(decisionId, useLiveGroup(groupId))
  return (
    <Loaded query={decision}>
      {(found) => (
        <div className="hcw-screen">
          <PageHeading title={t('number', { number: found.number })} />
          <p className="hcw-screen__text">{found.versions[0]?.wording.text}</p>
          <Now decision={found} />
          {found.state === 'open' ? <Way to={further.decision({ groupId, decisionId })} /> : null}
          <p className="govuk-body">
            <Link className="govuk-link" to={further.decision({ groupId, decisionId })}>
              {t('leaveScreen')}
            </Link>
          </p>
        </div>
      )}
    </Loaded>
  )
}

function Now({ decision }: { decision: Decision }) {
  const { t } = useTranslation('decisions')
  const { day, time } = useFormats()
  const [last] = decision.versions
  if (!last) return null
  if (last.result)
    return (
      <div role="status">
        <Result
          kind={decision.kind}
          result={last.result}
          counts={last.counts}
          openObjections={last.objections.filter(({ takenBack }) => !takenBack).length}
          large
        />
      </div>
    )
  return (
    <div>
      <p className="hcw-screen__count">{t('screen.count', decision.answered)}</p>
      <p className="hcw-screen__small">
        {t('screen.answered')}{' '}
        {last.closesAt ? t('until', { day: day(last.closesAt), time: time(last.closesAt) }) : null}
      </p>
    </div>
  )
}

/** Its address, known only in a browser. */
function Way({ to }: { to: string }) {
  const { t } = useTranslation('decisions')
  const [address, setAddress] = useState('')
  useEffect(() => setAddress(`${window.location.origin}${to}`), [to])
  if (!address) return null
  return (
    <div className="hcw-screen__way">
      <QrCode address={address} label={t('screen.code')} />
      <p className="hcw-screen__small">{t('screen.way')}</p>
    </div>
  )
}
