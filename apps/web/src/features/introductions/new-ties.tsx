import { useTranslation } from 'react-i18next'
import { useNewTies } from './introductions.queries.ts'

/** The share of introductions between two who were new to each other (M16), as everybody may read it. */
export function NewTies({ placeId }: { placeId: string }) {
  const { t } = useTranslation('new-ties')
  const ties = useNewTies(placeId).data
  if (!ties) return null
  const { introduced, newToEachOther } = ties
  return (
    <p className="govuk-body">
      {introduced === null
        ? t('few')
        : newToEachOther === null
          ? t('some', { count: introduced })
          : t('new', { count: introduced, fresh: newToEachOther })}
    </p>
  )
}
