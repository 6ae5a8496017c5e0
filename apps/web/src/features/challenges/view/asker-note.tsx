import type { Challenge } from '@howcanwe/shared/challenges'
import { useTranslation } from 'react-i18next'
import { SideNote } from '../../../ui/index.ts'
import { AskerMark } from '../asker-mark.tsx'

const telOf = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, '')}`

/** The person who asks, and how to reach them (PE6). */
export function AskerNote({ asker }: { asker: Challenge['asker'] }) {
  const { t } = useTranslation('challenges')
  return (
    <SideNote title={t('asker.title')}>
      <address className="hcw-contact">
        <strong>{asker.person}</strong>
        <AskerMark name={asker.organisation} />
        {asker.phone ? <a href={telOf(asker.phone)}>{asker.phone}</a> : null}
        {asker.email ? <a href={`mailto:${asker.email}`}>{asker.email}</a> : null}
      </address>
    </SideNote>
  )
}
