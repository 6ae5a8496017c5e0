import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'react-router'
import * as z from 'zod/mini'
import { useGroup } from '../../features/codesign/codesign.queries.ts'
import { type Entered, EnterForm } from '../../features/codesign/enter-form.tsx'
import { PlaceSlip } from '../../features/codesign/place-slip.tsx'
import { Agreement } from '../../features/consents/agreement.tsx'
import { useWordings } from '../../features/consents/consents.queries.ts'
import { isRunning, useRecruitment } from '../../features/recruitment/recruitment.queries.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Button, Link, Notice, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { paths } from '../paths.ts'
import { SignedIn } from '../signed-in.tsx'

/** A facilitator writes down somebody's wish to take part, and hands them a slip (PE3, CD2). */
export function EnterMemberPage() {
  return (
    <SignedIn roles={['facilitator']}>
      <Entering />
    </SignedIn>
  )
}

/** What the page of texts hands over; never in the address, where others could read it. */
const textedFrom = z.object({ number: z.string() })

/** While the group draws its residents nobody is written down beside it: their name goes into the draw. */
function ByDraw({ groupId }: { groupId: string }) {
  const { t } = useTranslation('codesign')
  const draw = useRecruitment(groupId).data
  if (!draw || !isRunning(draw)) return null
  return (
    <Notice heading={t('group.drawTitle')}>
      <Link className="govuk-link" to={further.enterName({ groupId })}>
        {t('enter.byDraw')}
      </Link>
    </Notice>
  )
}

function Entering() {
  const { t } = useTranslation('codesign')
  const { groupId = '' } = useParams()
  const group = useGroup(groupId)
  const wordings = useWordings()
  const [entered, setEntered] = useState<Entered>()
  const { state } = useLocation()
  return (
    <Loaded query={group}>
      {(found) =>
        entered ? (
          <>
            <PageHeading title={t('enter.title', { group: found.name })} />
            <Notice
              kind="success"
              heading={t('enter.done', { name: entered.member.firstName })}
              focus
            />
            <PlaceSlip slip={entered.slip} name={entered.member.firstName} group={found.name} />
            <div className="hcw-choices-in-line hcw-no-print">
              <Button onClick={() => setEntered(undefined)}>{t('enter.another')}</Button>
              <Link className="govuk-link" to={paths.myGroups()}>
                {t('enter.back')}
              </Link>
            </div>
          </>
        ) : (
          <>
            <PageHeading title={t('enter.title', { group: found.name })} lead={t('enter.lead')} />
            <ByDraw groupId={groupId} />
            <Loaded query={wordings}>
              {({ items }) => {
                const shown = items.filter(
                  (w) => w.purpose === 'take-part' || w.purpose === 'access-needs',
                )
                const agreement = {
                  version: shown[0]?.version ?? '',
                  sentences: <Agreement wordings={shown} name={found.facilitator.name} />,
                }
                return (
                  <EnterForm
                    groupId={groupId}
                    agreement={agreement}
                    number={textedFrom.safeParse(state).data?.number}
                    onEntered={setEntered}
                  />
                )
              }}
            </Loaded>
          </>
        )
      }
    </Loaded>
  )
}
