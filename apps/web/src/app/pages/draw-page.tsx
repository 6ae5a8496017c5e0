import type { Recruitment } from '@howcanwe/shared/recruitment'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { CheckYourself } from '../../features/recruitment/check-yourself.tsx'
import { Fairness } from '../../features/recruitment/fairness.tsx'
import { HowItWorks } from '../../features/recruitment/how-it-works.tsx'
import { ReachSection } from '../../features/recruitment/reach.tsx'
import { useRecruitment } from '../../features/recruitment/recruitment.queries.ts'
import { TargetsTable } from '../../features/recruitment/targets-table.tsx'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { rolesIn, useSession } from '../../lib/session.ts'
import {
  ButtonLink,
  Columns,
  type Fact,
  Link,
  Notice,
  PageHeading,
  Sheet,
  SideNote,
} from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { further } from '../further-paths.ts'
import { noDrawHere } from '../no-draw-here.tsx'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'

/** How a group finds its people (CD7): targets, chances, promise, result, and how to check it all. */
export function DrawPage() {
  const { groupId = '' } = useParams()
  return (
    <Loaded query={useRecruitment(groupId)} lines={6} refused={noDrawHere(groupId)}>
      {(found) => <Found recruitment={found} />}
    </Loaded>
  )
}

function useFacts({ seats, closesAt, publicAt, state, applied, sheet }: Recruitment): Fact[] {
  const { t } = useTranslation('recruitment')
  const { date } = useFormats()
  const names = state === 'open' ? t('page.facts.later') : (applied ?? t('page.facts.few'))
  return [
    { key: 'seats', label: t('page.facts.seats'), value: seats },
    { key: 'closes', label: t('page.facts.closes'), value: date(closesAt) },
    { key: 'known', label: t('page.facts.known'), value: date(publicAt) },
    { key: 'names', label: t('page.facts.names'), value: names },
    ...(sheet === null ? [] : [{ key: 'sheet', label: t('page.facts.sheet'), value: sheet }]),
  ]
}

function Found({ recruitment }: { recruitment: Recruitment }) {
  const { t } = useTranslation('recruitment')
  const place = usePlace()
  const { date } = useFormats()
  const { group, state, way, held, reach, calledOff } = recruitment
  const facts = useFacts(recruitment)
  const aside = place ? (
    <SideNote title={t('slip.ask')} isAtFoot>
      <Contact contact={place.contact} />
    </SideNote>
  ) : undefined
  return (
    <>
      <Sheet facts={facts}>
        <PageHeading
          title={t('page.title', { group: group.name })}
          caption={t('page.caption')}
          size="xl"
          lead={t(`page.lead.${state}`)}
        />
      </Sheet>
      <Columns aside={aside} asideLabel={t('slip.ask')}>
        {state === 'open' ? (
          <section>
            <ButtonLink to={further.putName({ groupId: group.id })}>{t('page.putIn')}</ButtonLink>
            <p className="govuk-body hcw-soft">{t('page.putInHint')}</p>
          </section>
        ) : null}
        {calledOff ? (
          <Notice heading={t('page.calledOff', { day: date(calledOff.at) })}>
            <p className="govuk-body">{calledOff.why}</p>
          </Notice>
        ) : null}
        {state === 'open' ? <Otherwise groupId={group.id} /> : null}
        {way === 'all-in' && !calledOff ? <Notice heading={t('page.allIn')} /> : null}
        {held > 0 && !calledOff ? <Notice heading={t('page.held', { count: held })} /> : null}
        {calledOff ? null : <TargetsTable recruitment={recruitment} />}
        {calledOff ? null : <Fairness recruitment={recruitment} />}
        {reach ? <ReachSection reach={reach} /> : null}
        {calledOff ? null : <HowItWorks recruitment={recruitment} />}
        {way === 'all-in' || calledOff ? null : <CheckYourself recruitment={recruitment} />}
        <p className="govuk-body">
          <Link className="govuk-link" to={paths.group({ groupId: group.id })}>
            {t('page.group')}
          </Link>
        </p>
      </Columns>
    </>
  )
}

/** For who would rather write or ring; and for whoever takes such calls. */
function Otherwise({ groupId }: { groupId: string }) {
  const { t } = useTranslation('recruitment')
  const roles = rolesIn(useSession().me, usePlace()?.id)
  const writesDown = roles.includes('facilitator') || roles.includes('broker')
  return (
    <p className="govuk-body">
      {t('page.otherwise')}{' '}
      <Link className="govuk-link" to={further.drawForm({ groupId })}>
        {t('page.onPaper')}
      </Link>
      {writesDown ? (
        <>
          {' '}
          <Link className="govuk-link" to={further.enterName({ groupId })}>
            {t('page.enter')}
          </Link>
        </>
      ) : null}
    </p>
  )
}
