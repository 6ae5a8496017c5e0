import type { Group } from '@howcanwe/shared/codesign'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Details, Link, Notice } from '../../ui/index.ts'
import { AnnounceForm } from './announce-form.tsx'
import { useAnnounce } from './codesign.queries.ts'
import { languageOfGroup, nextOf } from './group-facts.ts'
import { MemberList } from './member-list.tsx'
import './codesign.scss'

export interface GroupDeskProps {
  group: Group
  zone: string
  /** The page everybody reads, the group from within, and writing somebody down. */
  to: string
  room: string
  enter: string
  /** Finding its people by draw. */
  draw: string
}

/** One group on the desk of whoever runs it: next date, people, announcing. */
export function GroupDesk({ group, zone, to, room, enter, draw }: GroupDeskProps) {
  const { t } = useTranslation('codesign')
  const { span } = useFormats()
  const [open, setOpen] = useState(false)
  const [announced, setAnnounced] = useState(0)
  const next = nextOf(group.sessions)
  const announce = useAnnounce(group.id)
  const done = () => {
    setOpen(false)
    setAnnounced((times) => times + 1)
  }
  return (
    <section aria-labelledby={`group-${group.id}`} className="hcw-group-desk">
      <h2 id={`group-${group.id}`} className="govuk-heading-l" lang={languageOfGroup(group)}>
        {group.name}
      </h2>
      <p className="govuk-body">
        {next ? t('desk.next', { when: span(next.startsAt, next.endsAt) }) : t('desk.noDate')}{' '}
        <Link className="govuk-link" to={to}>
          {t('desk.public')}
        </Link>
      </p>
      {announced > 0 ? (
        <Notice key={announced} kind="success" heading={t('announce.done')} focus />
      ) : null}
      <p className="govuk-body">
        <Link className="govuk-link" to={room}>
          {t('desk.room')}
        </Link>
      </p>
      <MemberList groupId={group.id} group={group.name} headingId={`group-${group.id}`} />
      <p className="govuk-body">
        <Link className="govuk-link" to={enter}>
          {t('enter.open')}
        </Link>
      </p>
      <p className="govuk-body">
        <Link className="govuk-link" to={draw}>
          {t('desk.draw')}
        </Link>
      </p>
      <Details
        summary={t('announce.open')}
        open={open}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <AnnounceForm
          groupId={group.id}
          zone={zone}
          last={group.sessions.at(-1)}
          send={announce}
          onDone={done}
        />
      </Details>
    </section>
  )
}
