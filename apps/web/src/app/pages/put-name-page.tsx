import type { Wording } from '@howcanwe/shared/consents'
import type { Recruitment } from '@howcanwe/shared/recruitment'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useGroup } from '../../features/codesign/codesign.queries.ts'
import { Agreement } from '../../features/consents/agreement.tsx'
import { useWordings, wordingFor } from '../../features/consents/consents.queries.ts'
import { NameForm, type PutIn } from '../../features/recruitment/name-form.tsx'
import { useRecruitment } from '../../features/recruitment/recruitment.queries.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { useActing } from '../../lib/session.ts'
import { Columns, Link, Notice, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { further } from '../further-paths.ts'
import { noDrawHere } from '../no-draw-here.tsx'
import { usePlace } from '../place.ts'

/** Putting a name in for a draw, and the slip that comes of it. */
export function PutNamePage() {
  const { groupId = '' } = useParams()
  const recruitment = useRecruitment(groupId)
  const wordings = useWordings()
  const [slip, setSlip] = useState<PutIn>()
  return (
    <Loaded query={recruitment} refused={noDrawHere(groupId)}>
      {(found) =>
        slip ? (
          <In recruitment={found} slip={slip} />
        ) : (
          <Loaded query={wordings}>
            {({ items }) => <Asking recruitment={found} wordings={items} onIn={setSlip} />}
          </Loaded>
        )
      }
    </Loaded>
  )
}

interface AskingProps {
  recruitment: Recruitment
  wordings: readonly Wording[]
  onIn: (slip: PutIn) => void
}

function Asking({ recruitment, wordings, onIn }: AskingProps) {
  const { t } = useTranslation('recruitment')
  const acting = useActing()
  const place = usePlace()
  const name = useGroup(recruitment.group.id).data?.facilitator.name ?? ''
  const agreement = (purpose: 'take-part' | 'draw-special') => {
    const wording = wordingFor(wordings, purpose)
    const shown = wording ? [wording] : []
    return {
      version: wording?.version ?? '',
      sentences: <Agreement wordings={shown} name={name} />,
    }
  }
  const aside = place ? (
    <SideNote title={t('slip.ask')} isAtFoot>
      <Contact contact={place.contact} />
    </SideNote>
  ) : undefined
  const { state, group } = recruitment
  return (
    <>
      <PageHeading title={t('name.title', { group: group.name })} lead={t('name.lead')} />
      <Columns aside={aside} asideLabel={t('slip.ask')}>
        {state === 'open' ? (
          <>
            {acting ? <Notice heading={t('name.forSomebody', { name: acting.name })} /> : null}
            <p className="govuk-body">{t('name.never')}</p>
            <NameForm
              recruitment={recruitment}
              agreement={agreement('take-part')}
              special={agreement('draw-special')}
              facilitator={name}
              onIn={onIn}
            />
          </>
        ) : (
          <Notice heading={t(`page.lead.${state}`)}>
            <Link className="govuk-link" to={further.draw({ groupId: group.id })}>
              {t('slip.page')}
            </Link>
          </Notice>
        )}
      </Columns>
    </>
  )
}

function In({ recruitment, slip }: { recruitment: Recruitment; slip: PutIn }) {
  const { t } = useTranslation('recruitment')
  const { day } = useFormats()
  return (
    <>
      <Notice kind="success" focus heading={t('in.title', { reference: slip.reference })}>
        <p className="govuk-body">{t('in.next', { day: day(recruitment.closesAt) })}</p>
      </Notice>
      <p className="govuk-body">{t('in.reached')}</p>
      <p className="govuk-body">
        <Link className="govuk-link" to={`${further.drawSlip()}#${slip.token}`}>
          {t('in.slip')}
        </Link>
      </p>
    </>
  )
}
