import { useTranslation } from 'react-i18next'
import { KeptList } from '../../features/protections/kept-list.tsx'
import { useKept } from '../../features/protections/protections.queries.ts'
import { Successes } from '../../features/protections/successes.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { EmptyState, PageHeading } from '../../ui/index.ts'
import { paths } from '../paths.ts'

/** What this place decided to keep (J-03), for anyone to read. */
export function KeptPage() {
  const { t } = useTranslation('protections')
  return (
    <>
      <PageHeading title={t('list.title')} lead={t('list.lead')} />
      <Loaded query={useKept()} lines={5}>
        {(kept) => (
          <>
            <Successes kept={kept} />
            {kept.items.length === 0 ? (
              <EmptyState>{t('list.empty')}</EmptyState>
            ) : (
              <KeptList items={kept.items} to={(slug) => paths.protection({ slug })} />
            )}
          </>
        )}
      </Loaded>
    </>
  )
}
