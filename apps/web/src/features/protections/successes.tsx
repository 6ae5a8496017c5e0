import type { Result } from '@howcanwe/shared/http'
import type { protectionsContract } from '@howcanwe/shared/protections'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Facts } from '../../ui/index.ts'

/** What came of it all, side by side: what is kept counts as much as a question that found a team. */
export function Successes({ kept }: { kept: Result<typeof protectionsContract.list> }) {
  const { t } = useTranslation('protections')
  const { minutes } = useFormats()
  if (kept.kept + kept.teamed === 0) return null
  const facts = [
    { key: 'kept', label: t('list.kept'), value: t('list.keptValue', { count: kept.kept }) },
    {
      key: 'teamed',
      label: t('list.teamed'),
      value: t('list.teamedValue', { count: kept.teamed }),
    },
    ...(kept.medianSeconds === null
      ? []
      : [
          {
            key: 'median',
            label: t('list.median'),
            value: t('list.medianValue', {
              minutes: minutes(Math.max(1, Math.round(kept.medianSeconds / 60))),
            }),
          },
        ]),
  ]
  return <Facts facts={facts} />
}
