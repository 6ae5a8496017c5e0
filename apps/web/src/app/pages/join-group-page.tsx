import type { Group } from '@howcanwe/shared/codesign'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useGroup } from '../../features/codesign/codesign.queries.ts'
import { languageOfGroup } from '../../features/codesign/group-facts.ts'
import { JoinForm, type Slip } from '../../features/codesign/join-form.tsx'
import { JoinedSlip } from '../../features/codesign/joined-slip.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { Columns, Link, Notice, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'

/** Joining, and the slip that comes of it. */
export function JoinGroupPage() {
  const { groupId = '' } = useParams()
  const group = useGroup(groupId)
  const place = usePlace()
  const [joined, setJoined] = useState<{ slip: Slip; leaveAddress: string; group: Group }>()
  const contact = place ? <Contact contact={place.contact} /> : null
  if (joined) {
    return <JoinedSlip {...joined} backTo={paths.group({ groupId })} contact={contact} />
  }
  return (
    <Loaded query={group}>
      {(found) => (
        <Asking
          group={found}
          onJoined={(slip) => {
            const path = `${paths.leaveGroup()}#${slip.manageToken}`
            setJoined({ slip, leaveAddress: window.location.origin + path, group: found })
          }}
        />
      )}
    </Loaded>
  )
}

function Asking({ group, onJoined }: { group: Group; onJoined: (slip: Slip) => void }) {
  const { t } = useTranslation('codesign')
  const place = usePlace()
  const lang = languageOfGroup(group)
  const aside = place ? (
    <SideNote title={t('group.ask')}>
      <Contact contact={place.contact} />
    </SideNote>
  ) : undefined
  return (
    <>
      <PageHeading title={t('join.title', { group: group.name })} lead={t('join.lead')} />
      <Columns aside={aside} asideLabel={t('group.ask')}>
        {group.placesLeft === 0 ? (
          <Notice heading={t('join.full')}>
            <Link className="govuk-link" to={paths.groups()}>
              {t('join.others')}
            </Link>
          </Notice>
        ) : (
          <>
            <dl className="hcw-before">
              <div>
                <dt>{t('join.getTitle')}</dt>
                <dd lang={lang}>{group.youGet}</dd>
              </div>
              <div>
                <dt>{t('join.neverTitle')}</dt>
                <dd>{t('join.never')}</dd>
              </div>
            </dl>
            <JoinForm group={group} onJoined={onJoined} />
          </>
        )}
      </Columns>
    </>
  )
}
