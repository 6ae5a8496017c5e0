import { ASKABLE, askForRole, type OwnGrant, rolesContract } from '@howcanwe/shared/roles'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ErrorSummary, Radios, TextArea } from '../../ui/index.ts'

export interface AskFormProps {
  placeId: string
  onAsked: (asked: OwnGrant) => void
}

/** Asks the stewards for a role, in a sentence or two. */
export function AskForm({ placeId, onAsked }: AskFormProps) {
  const { t } = useTranslation('roles')
  const call = useCall()
  const f = useSchemaForm({
    schema: askForRole,
    ns: 'roles',
    defaultValues: { placeId, role: 'facilitator' as const, words: '' },
  })
  const send = f.handleSubmit(async (body) => {
    try {
      onAsked(await call(rolesContract.ask, { body }))
      f.reset()
    } catch (error) {
      f.refuse(error)
    }
  })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={f.summary} />
      <Radios
        {...f.register('role')}
        legend={t('ask.role')}
        error={f.errorOf('role')}
        value={f.watch('role')}
        choices={ASKABLE.map((role) => ({
          value: role,
          label: t(`one.${role}`),
          hint: t(`may.${role}`),
        }))}
      />
      <TextArea
        {...f.register('words')}
        rows={3}
        label={t('ask.words')}
        hint={t('ask.wordsHint')}
        error={f.errorOf('words')}
        value={f.watch('words')}
        maxCharacters={300}
      />
      <Button type="submit" busy={f.formState.isSubmitting}>
        {t('ask.send')}
      </Button>
    </form>
  )
}
