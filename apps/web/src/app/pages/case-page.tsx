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
      <FromHere of={one} />
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

/** Where the next step of such a case is taken. */
function FromHere({ of: { subject, challenge } }: { of: BrokerCase }) {
  const { t } = useTranslation('cases')
  const isOrganisation = subject.kind === 'organisation' || subject.kind === 'pair'
  const [a, b] = isOrganisation ? subject.about : []
  if (!a && !challenge) return null
  return (
    <nav aria-label={t('about.title')}>
      <h2 className="govuk-heading-m">{t('about.title')}</h2>
      <ul className="govuk-list">
        {a && b ? (
          <li>
            <Link
              to={further.introductionsDesk(
                {},
                { a: a.id, aName: a.name, b: b.id, bName: b.name, challenge: challenge?.id },
              )}
            >
              {t('about.introduce', { name: a.name, other: b.name })}
            </Link>
          </li>
        ) : null}
        {[a, b].map((one) =>
          one ? (
            <li key={one.id}>
              <Link to={further.typeFor({}, { o: one.id })}>
                {t('about.typeFor', { name: one.name })}
              </Link>
            </li>
          ) : null,
        )}
        {challenge ? (
          <li>
            <Link to={paths.matches({ challengeId: challenge.id })}>{t('about.matches')}</Link>
          </li>
        ) : null}
      </ul>
    </nav>
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
