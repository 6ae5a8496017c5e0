import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { useTypedFor } from './typed.queries.ts'

/** What was typed for an organisation, by whom and when: its own people look whether it is right. */
export function TypedList({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation('typed')
  const { moment } = useFormats()
  return (
    <Loaded query={useTypedFor(organisationId)}>
      {({ items }) => (
        <ul className="govuk-list govuk-list--bullet">
          {items.map((one) => (
            <li key={one.id}>
              {t(`list.${one.what}`, {
                by: one.by,
                when: moment(one.readBackAt),
                question: one.challenge ?? '',
              })}
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  )
}
