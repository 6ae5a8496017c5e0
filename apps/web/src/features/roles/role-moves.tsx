import { type Grant, rolesContract } from '@howcanwe/shared/roles'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ButtonGroup, Details, ErrorSummary, fieldId, TextArea } from '../../ui/index.ts'

export type Prove = <T>(work: () => Promise<T>) => Promise<T>

export interface RoleMovesProps {
  role: Grant
  /** What the person is called in buttons that are read on their own. */
  name: string
  /** Asks who presses where it has to, and goes on. */
  prove: Prove
  onMoved: (after: Grant) => void
}

type Move = Grant['can'][number]

/** What a steward may do with one role; whoever takes something away says why, and the person reads it. */
export function RoleMoves({ role, name, prove, onMoved }: RoleMovesProps) {
  const { t } = useTranslation('roles')
  const call = useCall()
  const [busy, setBusy] = useState<Move>()
  const f = useSchemaForm({
    schema: rolesContract.end.body,
    ns: 'roles',
    defaultValues: { reason: '' },
  })
  const seen = { ifMatch: role.version }
  const params = { grantId: role.id }
  const work: Record<Move, (reason: string) => Promise<Grant>> = {
    grant: () => call(rolesContract.grant, { params, body: {} }, seen),
    resume: () => call(rolesContract.resume, { params, body: {} }, seen),
    suspend: (reason) => call(rolesContract.suspend, { params, body: { reason } }, seen),
    end: (reason) => call(rolesContract.end, { params, body: { reason } }, seen),
  }
  const move = async (how: Move, reason = '') => {
    setBusy(how)
    try {
      onMoved(await prove(() => work[how](reason)))
    } catch (error) {
      f.refuse(error)
    } finally {
      setBusy(undefined)
    }
  }
  const taking = (how: Move) => f.handleSubmit(({ reason }) => move(how, reason))
  const gives = role.can.filter((how) => how === 'grant' || how === 'resume')
  const takes = role.can.filter((how) => how === 'suspend' || how === 'end')
  const label = (how: Move) =>
    t(how === 'end' && role.state === 'requested' ? 'move.decline' : `move.${how}`, { name })
  const buttons = (all: readonly Move[], press: (how: Move) => () => unknown) => (
    <ButtonGroup>
      {all.map((how) => (
        <Button
          key={how}
          kind={how === 'grant' ? 'primary' : 'secondary'}
          busy={busy === how}
          onClick={press(how)}
        >
          {label(how)}
        </Button>
      ))}
    </ButtonGroup>
  )
  if (role.can.length === 0) return null
  return (
    <Details summary={t('move.title', { name })}>
      <ErrorSummary
        errors={f.summary.map(({ name, message }) =>
          name === 'reason' ? { name: `reason-${role.id}`, message } : { message },
        )}
      />
      {gives.length > 0 ? buttons(gives, (how) => () => move(how)) : null}
      <TextArea
        {...f.register('reason')}
        id={fieldId(`reason-${role.id}`)}
        rows={3}
        label={t('move.reason')}
        hint={t('move.reasonHint')}
        error={f.errorOf('reason')}
        value={f.watch('reason')}
        maxCharacters={500}
      />
      {buttons(takes, taking)}
    </Details>
  )
}
