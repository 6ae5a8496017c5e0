import { type OwnGrant, rolesContract } from '@howcanwe/shared/roles'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { Button, Details, EmptyState, Notice, SummaryList } from '../../ui/index.ts'
import { RoleFacts } from './role-facts.tsx'

export interface OwnRolesProps {
  items: readonly OwnGrant[]
  onLaidDown: (role: OwnGrant) => void
}

/** One's own roles, over what and until when, each to be laid down; what one asked for can be taken back. */
export function OwnRoles({ items, onLaidDown }: OwnRolesProps) {
  const { t } = useTranslation('roles')
  if (items.length === 0) return <EmptyState>{t('mine.none')}</EmptyState>
  return (
    <SummaryList
      rows={items.map((role) => ({
        key: role.id,
        label: t(`one.${role.role}`),
        value: (
          <>
            {role.place}
            <br />
            <RoleFacts role={role} />
            <LayDown role={role} onLaidDown={onLaidDown} />
          </>
        ),
      }))}
    />
  )
}

function LayDown({ role, onLaidDown }: { role: OwnGrant } & Pick<OwnRolesProps, 'onLaidDown'>) {
  const { t } = useTranslation(['roles', 'problems'])
  const call = useCall()
  const params = { grantId: role.id }
  const lay = useMutation({
    mutationFn: () => call(rolesContract.layDown, { params, body: {} }, { ifMatch: role.version }),
    onSuccess: onLaidDown,
  })
  const words = role.state === 'requested' ? 'takeBack' : 'layDown'
  const name = t(`roles:one.${role.role}`)
  return (
    <Details summary={t(`roles:mine.${words}`, { name })}>
      {lay.error ? <Notice kind="warning" heading={sentenceOf(t, lay.error)} focus /> : null}
      <p className="govuk-body">{t(`roles:mine.${words}Text`)}</p>
      <Button kind="secondary" busy={lay.isPending} onClick={() => lay.mutate()}>
        {t(`roles:mine.${words}Send`)}
      </Button>
    </Details>
  )
}
