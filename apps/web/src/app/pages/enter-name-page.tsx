import type { Wording } from '@howcanwe/shared/consents'
import type { EnteredName, Recruitment } from '@howcanwe/shared/recruitment'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useGroup } from '../../features/codesign/codesign.queries.ts'
import { Agreement } from '../../features/consents/agreement.tsx'
import { useWordings, wordingFor } from '../../features/consents/consents.queries.ts'
import { EnterNameForm } from '../../features/recruitment/enter-name-form.tsx'
import { useRecruitment } from '../../features/recruitment/recruitment.queries.ts'
import { SlipOnPaper } from '../../features/recruitment/slip-on-paper.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { Button, Link, Notice, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { noDrawHere } from '../no-draw-here.tsx'
import { SignedIn } from '../signed-in.tsx'

/** Whoever draws writes down a name for somebody, and hands them a slip (PE3, CD7). */
export function EnterNamePage() {
  const { groupId = '' } = useParams()
  const recruitment = useRecruitment(groupId)
  const wordings = useWordings()
  return (
    <SignedIn roles={['facilitator', 'broker']}>
      <Loaded query={recruitment} refused={noDrawHere(groupId)}>
        {(found) => (
          <Loaded query={wordings}>
            {({ items }) => <Entering recruitment={found} wordings={items} />}
          </Loaded>
        )}
      </Loaded>
    </SignedIn>
  )
}

interface EnteringProps {
  recruitment: Recruitment
  wordings: readonly Wording[]
}

function Entering({ recruitment, wordings }: EnteringProps) {
  const { t } = useTranslation('recruitment')
  const { group, state } = recruitment
  const name = useGroup(group.id).data?.facilitator.name ?? ''
  const [entered, setEntered] = useState<EnteredName>()
  const agreement = (purpose: 'take-part' | 'draw-special') => {
    const wording = wordingFor(wordings, purpose)
    const shown = wording ? [wording] : []
    return {
      version: wording?.version ?? '',
      sentences: <Agreement wordings={shown} name={name} />,
    }
  }
  const back = (
    <Link className="govuk-link" to={further.drawDesk({ groupId: group.id })}>
      {t('enter.back')}
    </Link>
  )
  if (entered)
    return (
      <>
        <PageHeading title={t('enter.title', { group: group.name })} />
        <Notice
          kind="success"
          heading={t('enter.done', { name: entered.firstName, reference: entered.slip.reference })}
          focus
        />
        <SlipOnPaper entered={entered} group={group.name} />
        <div className="hcw-choices-in-line hcw-no-paper">
          <Button onClick={() => setEntered(undefined)}>{t('enter.another')}</Button>
          {back}
        </div>
      </>
    )
  return (
    <>
      <PageHeading title={t('enter.title', { group: group.name })} lead={t('enter.lead')} />
      {state === 'open' ? (
        <EnterNameForm
          recruitment={recruitment}
          agreement={agreement('take-part')}
          special={agreement('draw-special')}
          onEntered={setEntered}
        />
      ) : (
        <Notice heading={t(`desk.state.${state}`)}>{back}</Notice>
      )}
    </>
  )
}
