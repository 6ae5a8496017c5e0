import { introductionsContract } from '@howcanwe/shared/introductions'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { DeskList } from '../../features/introductions/desk-list.tsx'
import { DraftForm } from '../../features/introductions/draft-form.tsx'
import { useIntroductions } from '../../features/introductions/introductions.queries.ts'
import { NewTies } from '../../features/introductions/new-ties.tsx'
import { keyOf } from '../../lib/api.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Details, EmptyState, Link, Notice, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'
import { TakeAlong } from '../take-along.tsx'

/** A broker's introductions (BR3): draft, ask, follow up. */
export function IntroductionsDeskPage() {
  const place = usePlace()
  return <SignedIn roles={['broker']}>{place ? <Desk placeId={place.id} /> : null}</SignedIn>
}

const LIVE = ['drafted', 'asked-first', 'asked-second', 'both-yes', 'met']

function Desk({ placeId }: { placeId: string }) {
  const { t } = useTranslation('introductions')
  const client = useQueryClient()
  const [search] = useSearchParams()
  const [drafted, setDrafted] = useState<string>()
  const named = (key: 'a' | 'b') => {
    const [id, name] = [search.get(key), search.get(`${key}Name`)]
    return id && name ? { id, name } : undefined
  }
  const moved = () => client.invalidateQueries({ queryKey: keyOf(introductionsContract.list) })
  return (
    <>
      <PageHeading title={t('desk.title')} lead={t('desk.lead')} />
      {drafted ? <Notice key={drafted} kind="success" heading={t('desk.drafted')} focus /> : null}
      <NewTies placeId={placeId} />
      <p className="govuk-body">
        <Link className="govuk-link" to={further.mapDesk()}>
          {t('desk.unmet')}
        </Link>
      </p>
      <Details summary={t('draft.title')} open={named('a') !== undefined}>
        <DraftForm
          placeId={placeId}
          challengeId={search.get('challenge') ?? undefined}
          first={named('a')}
          second={named('b')}
          onDrafted={({ id }) => {
            setDrafted(id)
            void moved()
          }}
        />
      </Details>
      <Loaded query={useIntroductions(placeId)} lines={6}>
        {({ items }) => {
          const live = items.filter((i) => LIVE.includes(i.state))
          const over = items.filter((i) => !LIVE.includes(i.state))
          return (
            <>
              <h2 className="govuk-heading-m">{t('desk.live')}</h2>
              {live.length === 0 ? (
                <EmptyState>{t('desk.empty')}</EmptyState>
              ) : (
                <DeskList items={live} onMoved={moved} />
              )}
              {over.length > 0 ? (
                <>
                  <h2 className="govuk-heading-m">{t('desk.over')}</h2>
                  <DeskList items={over} onMoved={moved} />
                </>
              ) : null}
            </>
          )
        }}
      </Loaded>
      <TakeAlong list="introductions" about={placeId} />
    </>
  )
}
