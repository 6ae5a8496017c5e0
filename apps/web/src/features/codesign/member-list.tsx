import { codesignContract } from '@howcanwe/shared/codesign'
import type { Result } from '@howcanwe/shared/http'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keyOf, useCall } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Button, Details, SummaryList, Tag } from '../../ui/index.ts'
import { useMembers } from './codesign.queries.ts'
import { NeedsBox } from './needs-box.tsx'
import { NewSlip } from './new-slip.tsx'
import './codesign.scss'

type Member = Result<typeof codesignContract.members>['items'][number]

export interface MemberListProps {
  groupId: string
  /** Its name, for slips. */
  group: string
  headingId: string
}

/** As many people as are shown at once; whoever runs several groups would scroll past the rest to reach the next. */
const OPEN = 5

/** The people of one group, for its facilitator: those who wait for a call first. */
export function MemberList({ groupId, group, headingId }: MemberListProps) {
  const { t } = useTranslation('codesign')
  const members = useMembers(groupId)
  return (
    <section aria-labelledby={`${headingId} members-${groupId}`}>
      <h3 id={`members-${groupId}`} className="govuk-heading-s">
        {t('desk.membersTitle')}
      </h3>
      <Loaded query={members} lines={3}>
        {({ items }) => <People groupId={groupId} group={group} people={items} />}
      </Loaded>
    </section>
  )
}

interface In {
  groupId: string
  group: string
}

function People({ groupId, group, people }: In & { people: readonly Member[] }) {
  const { t } = useTranslation('codesign')
  if (people.length === 0) return <p className="govuk-body">{t('desk.noMembers')}</p>
  const waiting = people.filter((m) => m.state === 'joined')
  const others = people.filter((m) => m.state !== 'joined')
  const isLong = others.length > OPEN
  return (
    <>
      <p className="govuk-body" role="status">
        {waiting.length > 0 ? t('desk.waiting', { count: waiting.length }) : t('desk.noneWaiting')}
      </p>
      <Each groupId={groupId} group={group} people={isLong ? waiting : [...waiting, ...others]} />
      {isLong ? (
        <Details summary={t('desk.others', { count: others.length })}>
          <Each groupId={groupId} group={group} people={others} />
        </Details>
      ) : null}
    </>
  )
}

function Each({ groupId, group, people }: In & { people: readonly Member[] }) {
  return (
    <ul className="hcw-people">
      {people.map((member) => (
        <li key={member.id} className="hcw-people__person">
          <Person groupId={groupId} group={group} member={member} />
        </li>
      ))}
    </ul>
  )
}

function Person({ groupId, group, member }: In & { member: Member }) {
  const { t } = useTranslation('codesign')
  const { day } = useFormats()
  const name = member.firstName
  return (
    <>
      <p className="hcw-people__name">
        <strong>{name}</strong>
        <span className="hcw-soft">{t('desk.reference', { reference: member.reference })}</span>
        <span className="hcw-soft">{t('desk.since', { day: day(member.joinedAt) })}</span>
      </p>
      <Facts member={member} />
      {member.hasNeeds ? (
        <NeedsBox groupId={groupId} memberId={member.id} name={name} />
      ) : (
        <p className="hcw-soft">{t('desk.noNeeds')}</p>
      )}
      <div className="hcw-choices-in-line">
        <Contacted groupId={groupId} member={member} />
        <NewSlip groupId={groupId} group={group} member={member} />
      </div>
    </>
  )
}

/** How to reach somebody, how they take part, and what to bring for them to read. */
function Facts({ member }: { member: Member }) {
  const { t } = useTranslation(['codesign', 'formats'])
  const { list } = useFormats()
  const rows = [
    {
      key: 'contact',
      label: t(`desk.contactBy.${member.contactBy}`),
      value: <Reach member={member} />,
    },
    {
      key: 'ways',
      label: t('desk.ways'),
      value: list(member.ways.map((way) => t(`join.ways.${way}`))),
    },
  ]
  if (member.bloc !== 'residents' || member.organisation)
    rows.push({
      key: 'bloc',
      label: t('enter.bloc'),
      value: [t(`blocs.${member.bloc}`), member.organisation].filter(Boolean).join(', '),
    })
  const formats = list(member.formats.map((format) => t(`formats:short.${format}`)))
  if (formats) rows.push({ key: 'formats', label: t('formats:desk'), value: formats })
  return <SummaryList rows={rows} />
}

function Reach({ member: { contact, contactBy } }: { member: Member }) {
  if (contactBy === 'someone') return contact
  const href =
    contactBy === 'email' ? `mailto:${contact}` : `tel:${contact.replaceAll(/[^\d+]/g, '')}`
  return (
    <a className="govuk-link" href={href}>
      {contact}
    </a>
  )
}

function Contacted({ groupId, member }: { groupId: string; member: Member }) {
  const { t } = useTranslation(['codesign', 'problems'])
  const call = useCall()
  const client = useQueryClient()
  const [refusal, setRefusal] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const press = async () => {
    setBusy(true)
    try {
      const params = { groupId, memberId: member.id }
      await call(codesignContract.contacted, { params, body: {} })
      await client.invalidateQueries({ queryKey: keyOf(codesignContract.members) })
    } catch (error) {
      setRefusal(error)
    } finally {
      setBusy(false)
    }
  }
  if (member.state === 'contacted') return <Tag tone="pine">{t('codesign:desk.contacted')}</Tag>
  return (
    <>
      {refusal ? <p role="alert">{sentenceOf(t, refusal)}</p> : null}
      <Button kind="secondary" onClick={press} busy={busy}>
        {t('codesign:desk.markContacted', { name: member.firstName })}
      </Button>
    </>
  )
}
