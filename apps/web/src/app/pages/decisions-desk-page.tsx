import { useTranslation } from 'react-i18next'
import { BodyAnswerForm } from '../../features/decisions/body-answer.tsx'
import { useWaiting } from '../../features/decisions/decisions.queries.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { EmptyState, PageHeading } from '../../ui/index.ts'
import { SignedIn } from '../signed-in.tsx'
import '../../features/decisions/decisions.scss'

/** Decisions of groups that wait for the answer of a named person. */
export function DecisionsDeskPage() {
  const { t } = useTranslation('decisions')
  return (
    <SignedIn roles={['commissioner']}>
      <PageHeading title={t('desk.title')} lead={t('desk.lead')} />
      <Waiting />
    </SignedIn>
  )
}

function Waiting() {
  const { t } = useTranslation('decisions')
  return (
    <Loaded query={useWaiting()} lines={4}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState>{t('desk.none')}</EmptyState>
        ) : (
          items.map((item) => <BodyAnswerForm key={item.id} item={item} />)
        )
      }
    </Loaded>
  )
}
