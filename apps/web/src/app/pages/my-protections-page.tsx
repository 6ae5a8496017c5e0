import { useTranslation } from 'react-i18next'
import { OwnList } from '../../features/protections/own-list.tsx'
import { useOwnProtections } from '../../features/protections/protections.queries.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { ButtonLink, EmptyState, PageHeading } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'

/** A commissioner's own decisions to keep something. */
export function MyProtectionsPage() {
  return (
    <SignedIn roles={['commissioner']}>
      <Mine />
    </SignedIn>
  )
}

function Mine() {
  const { t } = useTranslation('protections')
  const place = usePlace()
  const write = <ButtonLink to={paths.newProtection()}>{t('mine.write')}</ButtonLink>
  return (
    <>
      <PageHeading title={t('mine.title')} lead={t('mine.lead')} />
      <Loaded query={useOwnProtections(place?.id)} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState action={write}>{t('mine.empty')}</EmptyState>
          ) : (
            <>
              {write}
              <OwnList
                items={items}
                edit={(protectionId) => paths.editProtection({ protectionId })}
                page={(slug) => paths.protection({ slug })}
              />
            </>
          )
        }
      </Loaded>
    </>
  )
}
