import type { WaitingText } from '@howcanwe/shared/texts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useTexts } from '../../features/texts/texts.queries.ts'
import { WaitingOne } from '../../features/texts/waiting-one.tsx'
import '../../features/texts/texts.scss'
import { Loaded } from '../../lib/loaded.tsx'
import { EmptyState, Link, Notice, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'

/** Texts that wait for whoever runs a group (CD2, J-17). */
export function TextsPage() {
  const { groupId = '' } = useParams()
  return (
    <SignedIn roles={['facilitator']}>
      <Loaded query={useTexts(groupId)} lines={6}>
        {({ group, items }) => <Desk group={group} items={items} />}
      </Loaded>
    </SignedIn>
  )
}

interface DeskProps {
  group: { id: string; name: string }
  items: readonly WaitingText[]
}

function Desk({ group, items }: DeskProps) {
  const { t } = useTranslation('texts')
  const [done, setDone] = useState(0)
  const number = usePlace()?.textTo
  return (
    <>
      <PageHeading title={t('title', { group: group.name })} lead={t('lead')} />
      {done > 0 ? <Notice key={done} kind="success" heading={t('dealtWith')} focus /> : null}
      <p className="govuk-body">{number ? t('number', { number }) : t('noNumber')}</p>
      {items.length === 0 ? <EmptyState>{t('empty')}</EmptyState> : null}
      <ul className="hcw-texts">
        {items.map((text) => (
          <WaitingOne
            key={text.id}
            groupId={group.id}
            text={text}
            next={(number) => <Next groupId={group.id} text={text} number={number} />}
            onDone={() => setDone((times) => times + 1)}
          />
        ))}
      </ul>
      <p className="govuk-body">
        <Link className="govuk-link" to={further.room({ groupId: group.id })}>
          {t('back')}
        </Link>
      </p>
    </>
  )
}

interface NextProps {
  groupId: string
  text: WaitingText
  number: string
}

/** A place for what it says: whether they come stands with the sessions, somebody new is written down. */
function Next({ groupId, text: { member }, number }: NextProps) {
  const { t } = useTranslation('texts')
  const to = member ? further.sessions({ groupId }) : further.enterMember({ groupId })
  return (
    <Link className="govuk-link" to={to} state={member ? undefined : { number }}>
      {member ? t('next.member', { name: member.firstName }) : t('next.stranger')}
    </Link>
  )
}
