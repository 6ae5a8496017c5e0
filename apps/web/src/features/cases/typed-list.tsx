import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { useTypedFor } from './typed.queries.ts'

interface TypedListProps {
  organisationId: string
  /** Who reads it: its own people, or whoever types for them. */
  to?: 'list' | 'before'
  /** What stands around the list where there is one. */
  children?: (list: ReactNode) => ReactNode
}

/** What was typed for an organisation, by whom and when: its own people look whether it is right. */
export function TypedList({
  organisationId,
  to = 'list',
  children = (list) => list,
}: TypedListProps) {
  const { t } = useTranslation('typed')
  const { moment } = useFormats()
  return (
    <Loaded query={useTypedFor(organisationId)}>
      {({ items }) =>
        items.length === 0
          ? null
          : children(
              <ul className="govuk-list govuk-list--bullet">
                {items.map((one) => (
                  <li key={one.id}>
                    {t(`${to}.${one.what}`, {
                      by: one.by,
                      when: moment(one.readBackAt),
                      question: one.challenge ?? '',
                    })}
                  </li>
                ))}
              </ul>,
            )
      }
    </Loaded>
  )
}
