import type { Grant } from '@howcanwe/shared/roles'
import { useTranslation } from 'react-i18next'
import { SummaryList } from '../../ui/index.ts'
import { RoleFacts } from './role-facts.tsx'
import { type Prove, RoleMoves } from './role-moves.tsx'

export interface RoleListProps {
  title: string
  items: readonly Grant[]
  prove: Prove
  onMoved: (after: Grant) => void
}

/** Roles of one kind, each with its person and what may be done with it. */
export function RoleList({ title, items, prove, onMoved }: RoleListProps) {
  const { t } = useTranslation('roles')
  if (items.length === 0) return null
  const rows = items.map((role) => {
    const name = role.person.name ?? role.person.contact ?? t('here.noName')
    return {
      key: role.id,
      label: (
        <>
          {name}
          <br />
          <span className="hcw-soft">{t(`one.${role.role}`)}</span>
        </>
      ),
      value: (
        <>
          <RoleFacts role={role} />
          {role.proposedBy ? <p>{t('desk.proposed', { name: role.proposedBy })}</p> : null}
          {role.person.verified ? null : <p className="hcw-soft">{t('desk.notYetHere')}</p>}
          <RoleMoves {...{ role, name, prove, onMoved }} />
        </>
      ),
    }
  })
  return (
    <section>
      <h2 className="govuk-heading-m">{title}</h2>
      <SummaryList rows={rows} />
    </section>
  )
}
