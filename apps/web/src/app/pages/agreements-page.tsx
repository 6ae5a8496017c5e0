import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Refused } from '../../features/agreements/agreement-forms.tsx'
import { useBegin, useMyAgreements } from '../../features/agreements/agreements.queries.ts'
import { useMyJoints } from '../../features/joint-interests/joint.queries.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { useSession } from '../../lib/session.ts'
import {
  Button,
  EmptyState,
  NoticeList,
  NoticeListItem,
  PageHeading,
  Radios,
  Tag,
  TextField,
} from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { SignedIn } from '../signed-in.tsx'

/** Agreements my organisations are part of, and a way to begin one. */
export function AgreementsPage() {
  const { t } = useTranslation('agreements')
  return (
    <SignedIn>
      <PageHeading title={t('list.title')} />
      <p className="govuk-body">{t('list.lead')}</p>
      <List />
      <Begin />
    </SignedIn>
  )
}

function List() {
  const { t } = useTranslation('agreements')
  const { me } = useSession()
  const belongs = (me?.organisations.length ?? 0) > 0
  const query = useMyAgreements(belongs)
  if (!belongs) return <EmptyState>{t('list.none')}</EmptyState>
  return (
    <Loaded query={query} lines={4}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState>{t('list.none')}</EmptyState>
        ) : (
          <NoticeList label={t('list.title')}>
            {items.map((one) => (
              <NoticeListItem
                key={one.id}
                to={further.agreement({ agreementId: one.id })}
                title={one.title}
                caption={
                  <Tag tone={one.reviewDue ? 'caution' : 'plain'}>
                    {t(one.reviewDue ? 'list.due' : `list.${one.state}`)}
                  </Tag>
                }
              >
                <p className="govuk-body">
                  {one.parties.map((p) => p.organisation.name).join(', ')}
                </p>
              </NoticeListItem>
            ))}
          </NoticeList>
        )
      }
    </Loaded>
  )
}

/** From an answer several sent together: its members become the parties. */
function Begin() {
  const { t } = useTranslation('agreements')
  const { me } = useSession()
  const navigate = useNavigate()
  const joints = useMyJoints((me?.organisations.length ?? 0) > 0)
  const begin = useBegin()
  const [title, setTitle] = useState('')
  const [chosen, setChosen] = useState('')
  const own = joints.data?.items.filter((one) => one.mine.state === 'joined') ?? []
  const joint = own.find((one) => one.id === chosen) ?? own[0]
  if (!joint) return null
  const go = (event: FormEvent) => {
    event.preventDefault()
    const { organisationId } = joint.mine
    const source = { from: 'joint-interest' as const, fromId: joint.id, partyIds: [] }
    begin.mutate(
      { organisationId, title, ...source },
      { onSuccess: ({ id }) => navigate(further.agreement({ agreementId: id })) },
    )
  }
  return (
    <form onSubmit={go} noValidate>
      <h2 className="govuk-heading-m">{t('begin.title')}</h2>
      <TextField
        name="title"
        label={t('begin.name')}
        hint={t('begin.nameHint')}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
      />
      <Radios
        name="joint"
        legend={t('begin.with')}
        value={joint.id}
        onChange={async ({ target }) => setChosen(target.value)}
        choices={own.map((one) => ({
          value: one.id,
          label: one.challenge.question,
          hint: one.members.map((m) => m.organisation.name).join(', '),
        }))}
      />
      <Refused error={begin.error} />
      <Button type="submit" busy={begin.isPending}>
        {t('begin.go')}
      </Button>
    </form>
  )
}
