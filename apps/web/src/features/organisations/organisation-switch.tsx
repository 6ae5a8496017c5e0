import type { Me } from '@howcanwe/shared/identity'
import { useTranslation } from 'react-i18next'
import { Link } from '../../ui/index.ts'

type Own = Me['organisations'][number]

/** Whom this page speaks for, for the few who have two hats; nothing for everybody else. */
export function OrganisationSwitch({
  own,
  current,
  to,
}: {
  own: readonly Own[]
  current: Own
  /** The same page for another organisation. */
  to: (organisationId: string) => string
}) {
  const { t } = useTranslation('organisations')
  if (own.length < 2) return null
  return (
    <p className="govuk-body">
      {t('page.speakFor')} <strong>{current.name}</strong>.{' '}
      {own
        .filter((o) => o.id !== current.id)
        .map((o) => (
          <Link key={o.id} to={to(o.id)}>
            {t('page.actFor', { name: o.name })}
          </Link>
        ))}
    </p>
  )
}
