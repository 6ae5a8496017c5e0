import { GRANTABLE, type RoleHere } from '@howcanwe/shared/roles'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'

/** Who does what in a place, role by role: what they may do, what not, and who they are. */
export function RolesHere({ items }: { items: readonly RoleHere[] }) {
  const { t } = useTranslation('roles')
  return GRANTABLE.map((role) => {
    const holders = items.filter((one) => one.role === role)
    return (
      <section key={role}>
        <h2 className="govuk-heading-m">{t(`one.${role}`)}</h2>
        <p className="govuk-body">
          {t(`may.${role}`)} {t(`mayNot.${role}`)}
        </p>
        {holders.length === 0 ? (
          <p className="govuk-body hcw-soft">{t('here.nobody')}</p>
        ) : (
          <ul className="govuk-list govuk-list--bullet">
            {holders.map((one) => (
              <li key={`${one.name} ${one.since.toISOString()}`}>
                <Holder holder={one} />
              </li>
            ))}
          </ul>
        )}
      </section>
    )
  })
}

function Holder({ holder: { name, since, until } }: { holder: RoleHere }) {
  const { t } = useTranslation('roles')
  const { date } = useFormats()
  return (
    <>
      <strong>{name ?? t('here.noName')}</strong>, {t('since', { day: date(since) })}
      {until ? `, ${t('until', { day: date(until) })}` : null}
    </>
  )
}
