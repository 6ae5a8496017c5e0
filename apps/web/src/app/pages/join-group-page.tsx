import type { Group } from '@howcanwe/shared/codesign'
import type { Wording } from '@howcanwe/shared/consents'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useGroup } from '../../features/codesign/codesign.queries.ts'
import { languageOfGroup, nextOf } from '../../features/codesign/group-facts.ts'
import { JoinForm, type Slip } from '../../features/codesign/join-form.tsx'
import { JoinedSlip } from '../../features/codesign/joined-slip.tsx'
import { Agreement } from '../../features/consents/agreement.tsx'
import { useWordings } from '../../features/consents/consents.queries.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { useActing, useSession } from '../../lib/session.ts'
import { Columns, Link, Notice, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'

/** Joining, and the slip that comes of it. */
export function JoinGroupPage() {
  const { groupId = '' } = useParams()
  const group = useGroup(groupId)
  const wordings = useWordings()
  const place = usePlace()
  const [joined, setJoined] = useState<{ slip: Slip; leaveAddress: string; group: Group }>()
  const contact = place ? <Contact contact={place.contact} /> : null
  if (joined) {
    return <JoinedSlip {...joined} backTo={paths.group({ groupId })} contact={contact} />
  }
  return (
    <Loaded query={group}>
      {(found) => (
        <Loaded query={wordings}>
          {({ items }) => (
            <Asking
              group={found}
              wordings={items}
              onJoined={(slip) => {
                const path = `${paths.leaveGroup()}#${slip.manageToken}`
                setJoined({ slip, leaveAddress: window.location.origin + path, group: found })
              }}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  )
}

/** Both are agreed to with one press, so they stand together and carry one version. */
function agreementOf(items: readonly Wording[], group: Group) {
  const shown = items.filter((w) => w.purpose === 'take-part' || w.purpose === 'access-needs')
  return {
    version: shown[0]?.version ?? '',
    sentences: <Agreement wordings={shown} name={group.facilitator.name} />,
  }
}

/** Whoever this tab does things for, as the form begins with them. */
function useForSomebody() {
  const { me } = useSession()
  if (useActing() === null || !me) return undefined
  const firstName = me.displayName?.slice(0, 40) ?? ''
  if (me.email) return { firstName, contactBy: 'email' as const, contact: me.email }
  return me.phone ? { firstName, contactBy: 'phone' as const, contact: me.phone } : undefined
}

/** What will happen, how long, what one gets, what is never asked: read before the first question (J-17). */
function Before({ group }: { group: Group }) {
  const { t } = useTranslation('codesign')
  const { span, minutes } = useFormats()
  const lang = languageOfGroup(group)
  const next = nextOf(group.sessions)
  return (
    <dl className="hcw-before">
      <div>
        <dt>{t('join.happensTitle')}</dt>
        <dd>
          {t('join.happens')} <span lang={lang}>{group.about}</span>
        </dd>
      </div>
      <div>
        <dt>{t('join.whenTitle')}</dt>
        <dd>
          {next ? (
            <>
              {span(next.startsAt, next.endsAt)} (
              {minutes((next.endsAt.getTime() - next.startsAt.getTime()) / 60_000)}),{' '}
              <span lang={lang}>{next.venue}</span>
            </>
          ) : (
            t('facts.noDate')
          )}
        </dd>
      </div>
      <div>
        <dt>{t('join.getTitle')}</dt>
        <dd lang={lang}>{group.youGet}</dd>
      </div>
      <div>
        <dt>{t('join.neverTitle')}</dt>
        <dd>{t('join.never')}</dd>
      </div>
    </dl>
  )
}

interface AskingProps {
  group: Group
  wordings: readonly Wording[]
  onJoined: (slip: Slip) => void
}

function Asking({ group, wordings, onJoined }: AskingProps) {
  const { t } = useTranslation('codesign')
  const place = usePlace()
  const forSomebody = useForSomebody()
  const aside = place ? (
    <SideNote title={t('group.ask')} isAtFoot>
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
            <Before group={group} />
            <JoinForm
              group={group}
              agreement={agreementOf(wordings, group)}
              forSomebody={forSomebody}
              onJoined={onJoined}
            />
          </>
        )}
      </Columns>
    </>
  )
}
