import { useTranslation } from 'react-i18next'
import type { SponsorAs } from '../features/proposals/sponsor-form.tsx'
import { useSession } from '../lib/session.ts'
import { useRoles } from './place.ts'

/** As whom the person signed in may sponsor a question of this place. Needs `proposals`. */
export function useSponsorAs(placeId: string): readonly SponsorAs[] {
  const { t } = useTranslation('proposals')
  const { me } = useSession()
  const isElected = useRoles().includes('elected-member')
  const theirs = (me?.organisations ?? [])
    .filter((one) => one.placeId === placeId)
    .map((one) => ({ organisationId: one.id, name: one.name }))
  return [...(isElected ? [{ organisationId: null, name: t('sponsor.elected') }] : []), ...theirs]
}
