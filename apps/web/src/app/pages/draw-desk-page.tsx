import { type RecruitmentDesk, recruitmentContract } from '@howcanwe/shared/recruitment'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useGroup } from '../../features/codesign/codesign.queries.ts'
import { CallOff } from '../../features/recruitment/call-off.tsx'
import { DeskLacks } from '../../features/recruitment/desk-lacks.tsx'
import { DeskPeople } from '../../features/recruitment/desk-people.tsx'
import { Confirm, MoveDates, TypeFigure } from '../../features/recruitment/desk-steps.tsx'
import { LostSlip } from '../../features/recruitment/lost-slip.tsx'
import { OpenForm } from '../../features/recruitment/open-form.tsx'
import { isRunning, useRecruitmentDesk } from '../../features/recruitment/recruitment.queries.ts'
import { keyOf } from '../../lib/api.ts'
import { codeOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { ButtonLink, Details, Link, Notice, PageHeading, Tag } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'

/** Whoever runs a group, or brokers its question, finds its people by draw (CD7). */
export function DrawDeskPage() {
  const { groupId = '' } = useParams()
  return (
    <SignedIn roles={['facilitator', 'broker']}>
      <Desk groupId={groupId} />
    </SignedIn>
  )
}

/** What was just done, said once it is. */
type Done = 'moved' | 'typed' | 'drawn' | 'done' | 'calledOff'

const DONE = {
  ...{ open: 'moved', closed: 'typed', drawn: 'drawn', confirmed: 'done' },
  'called-off': 'calledOff',
} as const satisfies Record<RecruitmentDesk['recruitment']['state'], Done>

function Desk({ groupId }: { groupId: string }) {
  const { t } = useTranslation('recruitment')
  const client = useQueryClient()
  const zone = usePlace()?.timeZone ?? 'Europe/London'
  const query = useRecruitmentDesk(groupId)
  const group = useGroup(groupId)
  const [done, setDone] = useState<Done>()
  const take = (desk: RecruitmentDesk) => {
    client.setQueryData(keyOf(recruitmentContract.desk, { params: { groupId } }), desk)
    void client.invalidateQueries({ queryKey: keyOf(recruitmentContract.read) })
  }
  const after = (desk: RecruitmentDesk) => {
    take(desk)
    setDone(DONE[desk.recruitment.state])
  }
  const opening = <OpenForm groupId={groupId} zone={zone} onOpened={take} />
  return (
    <>
      <PageHeading
        title={t('desk.title')}
        lead={t('desk.lead', { group: group.data?.name ?? '' })}
      />
      {done ? <Notice key={done} kind="success" heading={t(`desk.${done}`)} focus /> : null}
      <Loaded
        query={query}
        lines={5}
        refused={(error) => (codeOf(error) === 'recruitment.none' ? opening : null)}
      >
        {(desk) => (
          <>
            <Running desk={desk} zone={zone} onDone={after} />
            {isRunning(desk.recruitment) ? null : (
              <Details summary={t('desk.anew')}>{opening}</Details>
            )}
          </>
        )}
      </Loaded>
    </>
  )
}

interface RunningProps {
  desk: RecruitmentDesk
  zone: string
  onDone: (desk: RecruitmentDesk) => void
}

function Running({ desk, zone, onDone }: RunningProps) {
  const { t } = useTranslation('recruitment')
  const { date } = useFormats()
  const { state, way, group, closesAt, publicAt, publicSource } = desk.recruitment
  const isAllIn = state === 'closed' && way === 'all-in'
  const next = {
    day: date(state === 'open' ? closesAt : publicAt),
    source: publicSource,
  }
  return (
    <>
      <p className="govuk-body">
        <Tag>{t(`desk.state.${state}`)}</Tag> {t('desk.names', { count: desk.names })}
      </p>
      {desk.entered > 0 ? (
        <p className="govuk-body hcw-soft">{t('desk.entered', { count: desk.entered })}</p>
      ) : null}
      {state === 'open' ? (
        <ButtonLink to={further.enterName({ groupId: group.id })}>{t('enter.open')}</ButtonLink>
      ) : null}
      {desk.recruitment.calledOff ? (
        <Notice heading={t('desk.calledOffWhy')}>
          <p className="govuk-body">{desk.recruitment.calledOff.why}</p>
        </Notice>
      ) : null}
      <p className="govuk-body">{t(isAllIn ? 'desk.next.allIn' : `desk.next.${state}`, next)}</p>
      <p className="govuk-body">
        <Link className="govuk-link" to={further.draw({ groupId: group.id })}>
          {t('desk.public')}
        </Link>
      </p>
      <DeskLacks desk={desk} />
      {state === 'closed' && !isAllIn ? <TypeFigure desk={desk} onDone={onDone} /> : null}
      <DeskPeople people={desk.people} />
      {isRunning(desk.recruitment) && desk.entered > 0 ? <LostSlip group={group} /> : null}
      {state === 'drawn' || isAllIn ? <Confirm desk={desk} onDone={onDone} /> : null}
      {state === 'open' || state === 'closed' ? (
        <>
          <MoveDates desk={desk} zone={zone} onDone={onDone} />
          <CallOff desk={desk} onDone={onDone} />
        </>
      ) : null}
    </>
  )
}
