import type { Group, GroupRead } from '@howcanwe/shared/codesign'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useGroup } from '../../features/codesign/codesign.queries.ts'
import { isOver, languageOfGroup, useGroupFacts } from '../../features/codesign/group-facts.ts'
import { PowerStatement } from '../../features/codesign/power-statement.tsx'
import { SessionList } from '../../features/codesign/session-list.tsx'
import { isRunning, useRecruitment } from '../../features/recruitment/recruitment.queries.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { ButtonLink, Columns, Link, Notice, PageHeading, Sheet, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { further } from '../further-paths.ts'
import { paths } from '../paths.ts'
import { PhoneLink } from '../phone-link.tsx'
import { usePlace } from '../place.ts'

/** One group: what, when, where, what you get, and how much say you have. */
export function GroupPage() {
  const { groupId = '' } = useParams()
  const group = useGroup(groupId)
  return <Loaded query={group}>{(found) => <Found group={found} />}</Loaded>
}

function Found({ group }: { group: GroupRead }) {
  const { t } = useTranslation('codesign')
  const factsOf = useGroupFacts()
  const lang = languageOfGroup(group)
  return (
    <>
      <Sheet facts={factsOf(group)}>
        <PageHeading
          title={group.name}
          caption={t(isOver(group) ? 'group.captionOver' : 'group.caption')}
          size="xl"
          lang={lang}
          lead={<span lang={lang}>{group.about}</span>}
        />
      </Sheet>
      <Columns aside={<WhoToAsk group={group} />} asideLabel={t('group.ask')}>
        <Joining group={group} />
        {isOver(group) ? null : (
          <section>
            <h2 className="govuk-heading-m">{t('group.getTitle')}</h2>
            <p className="govuk-body" lang={lang}>
              {group.youGet}
            </p>
          </section>
        )}
        {isOver(group) && group.sessions.length === 0 ? null : <SessionList group={group} />}
        <PowerStatement group={group} />
        <section>
          <p className="govuk-body">
            <Link className="govuk-link" to={further.charter({ groupId: group.id })}>
              {t('group.charter')}
            </Link>
          </p>
          <p className="govuk-body">
            <Link className="govuk-link" to={further.youSaid({ groupId: group.id })}>
              {t('group.youSaid')}
            </Link>
          </p>
        </section>
        <section>
          <h2 className="govuk-heading-m">{t('group.insideTitle')}</h2>
          <p className="govuk-body">
            <Link className="govuk-link" to={further.room({ groupId: group.id })}>
              {t('group.inside')}
            </Link>
          </p>
        </section>
        <section>
          <h2 className="govuk-heading-m">{t('group.leaveTitle')}</h2>
          <p className="govuk-body">{t('group.leaveText')}</p>
        </section>
      </Columns>
    </>
  )
}

function Joining({ group }: { group: Group }) {
  const { t } = useTranslation('codesign')
  const draw = useRecruitment(group.id).data
  if (isOver(group)) {
    return (
      <Notice heading={t('group.overHeading')}>
        <p className="govuk-body">{t('group.overText')}</p>
        <ButtonLink to={further.youSaid({ groupId: group.id })}>{t('group.overLink')}</ButtonLink>
      </Notice>
    )
  }
  if (draw && isRunning(draw)) {
    return (
      <Notice heading={t('group.drawTitle')}>
        <p className="govuk-body">{t('group.drawText')}</p>
        <p className="govuk-body">
          <Link className="govuk-link" to={further.draw({ groupId: group.id })}>
            {t('group.drawLink')}
          </Link>
        </p>
      </Notice>
    )
  }
  if (group.placesLeft === 0) {
    return <Notice heading={t('group.fullHeading')}>{t('group.fullText')}</Notice>
  }
  return (
    <section>
      <ButtonLink to={paths.joinGroup({ groupId: group.id })}>{t('group.join')}</ButtonLink>
      <p className="govuk-body hcw-soft">{t('group.joinHint')}</p>
    </section>
  )
}

function WhoToAsk({ group }: { group: Group }) {
  const { t } = useTranslation('codesign')
  const place = usePlace()
  const { name, phone } = group.facilitator
  const lang = languageOfGroup(group)
  return (
    <>
      {name ? (
        <SideNote title={t('group.runBy')}>
          <p className="govuk-body">
            <strong>{name}</strong>
            {phone ? (
              <>
                <br />
                <PhoneLink phone={phone} />
              </>
            ) : null}
          </p>
        </SideNote>
      ) : null}
      <SideNote title={t('group.question')}>
        <p className="govuk-body" lang={lang}>
          <Link className="govuk-link" to={paths.challenge({ slug: group.challenge.slug })}>
            {group.challenge.question}
          </Link>
        </p>
      </SideNote>
      {place && !phone ? (
        <SideNote title={t('group.ask')}>
          <Contact contact={place.contact} />
        </SideNote>
      ) : null}
    </>
  )
}
