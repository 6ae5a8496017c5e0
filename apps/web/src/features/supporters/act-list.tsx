import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { useActs } from './supporters.queries.ts'

/** What was done for me: what kind of thing, and when. */
export function ActList({ supportId }: { supportId: string }) {
  const { t, i18n } = useTranslation('supporters')
  const { moment } = useFormats()
  const acts = useActs(supportId)
  const words = (action: string): string => {
    const key = `supporters:acts.${action.replace('.', '_')}`
    return i18n.exists(key) ? t(key) : t('acts.other')
  }
  return (
    <Loaded query={acts}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="govuk-body">{t('acts.none')}</p>
        ) : (
          <ul className="govuk-list govuk-list--bullet">
            {items.map(({ at, action }) => (
              <li key={`${at.toISOString()} ${action}`}>
                {words(action)}, {moment(at)}
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}
