import type { BrokerCase } from '@howcanwe/shared/cases'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { CloseCase, ClosedCase } from '../../features/cases/case-close.tsx'
import { CaseLog } from '../../features/cases/case-log.tsx'
import { CaseNext, CaseStage } from '../../features/cases/case-next.tsx'
import { useCase } from '../../features/cases/cases.queries.ts'
import { ConflictForm } from '../../features/cases/conflict-form.tsx'
import { LogBox } from '../../features/cases/log-box.tsx'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Details, Link, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { paths } from '../paths.ts'
import { SignedIn } from '../signed-in.tsx'

/** One case: its stage, what comes next, and its log with the box always open. */
export function CasePage() {
  return (
    <SignedIn roles={['broker']}>
      <OneCase />
    </SignedIn>
  )
}

function OneCase() {
  const { caseId = '' } = useParams()
  const found = useCase(caseId)
  return (
    <Loaded query={found} lines={6}>
      {(one) => <Case of={one} />}
    </Loaded>
  )
}

function Case({ of: one }: { of: BrokerCase }) {
  const { t } = useTranslation('cases')
  const about = one.subject.about.map(({ name }) => name).join(' · ')
  const slug = one.challenge?.slug
  const navigate = useNavigate()
  return (
    <>
      <PageHeading
        title={one.title}
        caption={t(`stage.${one.stage}`)}
        lead={one.broker.me ? about : `${about} · ${t('list.by', { name: one.broker.name })}`}
      />
      {slug ? (
        <p className="govuk-body">
          <Link to={paths.challenge({ slug })}>{one.challenge?.question}</Link>
        </p>
      ) : null}
      {one.state === 'closed' ? (
        <ClosedCase of={one} />
      ) : (
        <>
          <h2 className="govuk-heading-m">{t('log.title')}</h2>
          <LogBox caseId={one.id} />
        </>
      )}
      <CaseLog of={one} />
      {one.state === 'open' ? (
        <>
          <h2 className="govuk-heading-m">{t('next.title')}</h2>
          <CaseNext of={one} />
          <CaseStage of={one} />
          <CloseCase caseId={one.id} />
        </>
      ) : null}
      <Moves of={one} />
      {one.challenge ? (
        <ConflictForm
          challengeId={one.challenge.id}
          onDeclared={() => void navigate(further.cases())}
        />
      ) : null}
      <p className="govuk-body">
        <Link to={further.cases()}>{t('list.back')}</Link>
      </p>
    </>
  )
}

/** Through which stages it went, and when. */
function Moves({ of: { moves } }: { of: BrokerCase }) {
  const { t } = useTranslation('cases')
  const { date } = useFormats()
  return (
    <Details summary={t('moves.title')}>
      <ol className="govuk-list" reversed>
        {moves.map((m) => (
          <li key={m.at.toISOString()}>
            {t('moves.line', { day: date(m.at), stage: t(`stage.${m.to}`), name: m.by })}
          </li>
        ))}
      </ol>
    </Details>
  )
}
