import type { Influence } from '@howcanwe/shared/suggestions'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useRoom } from '../../features/codesign/own-places.queries.ts'
import { InfluenceView } from '../../features/suggestions/influence-view.tsx'
import { Press } from '../../features/suggestions/press.tsx'
import { useInfluence, useSuggestions } from '../../features/suggestions/suggestions.queries.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { ButtonLink, Link, Notice, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'

/** How much did our word count? For the group at all times, for everybody once it is closed or says so (CD8). */
export function InfluencePage() {
  const { t } = useTranslation('suggestions')
  const { groupId = '' } = useParams()
  const query = useInfluence(groupId)
  const refused = () => (
    <>
      <PageHeading title={t('influence.refused')} lead={t('influence.refusedText')} />
      <ButtonLink to={further.myPlace()}>{t('codesign:place.open')}</ButtonLink>
    </>
  )
  return (
    <Loaded query={query} refused={refused}>
      {(figures) => <Shown groupId={groupId} figures={figures} />}
    </Loaded>
  )
}

function Shown({ groupId, figures }: { groupId: string; figures: Influence }) {
  const { t } = useTranslation('suggestions')
  return (
    <>
      <PageHeading
        title={t('influence.title')}
        caption={figures.group.name}
        lead={t('influence.lead')}
      />
      {figures.isPublic ? null : <Notice heading={t('influence.inside')} />}
      <InfluenceView figures={figures} />
      {figures.isPublic ? null : <Sharing groupId={groupId} />}
      <p className="govuk-body">
        <Link className="govuk-link" to={further.youSaid({ groupId })}>
          {t('youSaid.title')}
        </Link>
      </p>
    </>
  )
}

/** Whoever runs the group presses it when the group says so. */
function Sharing({ groupId }: { groupId: string }) {
  const { t } = useTranslation('suggestions')
  const { share } = useSuggestions()
  const room = useRoom(groupId)
  if (!room.data?.runs || room.data.group.state !== 'reporting-back') return null
  return <Press onPress={() => share(groupId)}>{t('steps.share')}</Press>
}
