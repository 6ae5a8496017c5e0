import { addressOf } from '@howcanwe/shared/identity'
import { endOfDay } from '@howcanwe/shared/places'
import {
  GRANTABLE,
  type Grant,
  giveForm,
  rolesContract,
  SCOPES_OF,
  type Thing,
} from '@howcanwe/shared/roles'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod/mini'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, DateField, ErrorSummary, Select, TextField } from '../../ui/index.ts'
import type { Prove } from './role-moves.tsx'

export interface GiveFormProps {
  place: { id: string; timeZone: string }
  things: readonly Thing[]
  prove: Prove
  onGiven: (grant: Grant) => void
}

type Typed = z.output<typeof giveForm>

/** The last one of a day there: a moment later it would read as the day after. */
const lastInstant = (timeZone: string, day: string): string =>
  new Date(endOfDay(timeZone, day).getTime() - 1).toISOString()

/** What the form says as the service takes it: the last day counts to its end where the place is. */
function bodyOf({ address, name, role, over, until }: Typed, place: GiveFormProps['place']) {
  const [kind, id] = over.split(':')
  return {
    placeId: place.id,
    ...addressOf(address),
    ...(name === '' ? {} : { name }),
    role,
    ...(kind && id ? { over: { kind: kind as 'challenge', id } } : {}),
    ...(until === '' ? {} : { until: lastInstant(place.timeZone, until) }),
  }
}

/** A role for somebody by address or number; they are written to at once. */
export function GiveForm({ place, things, prove, onGiven }: GiveFormProps) {
  const { t } = useTranslation('roles')
  const call = useCall()
  const empty = { address: '', name: '', role: 'facilitator', over: '', until: '' } as const
  const f = useSchemaForm({ schema: giveForm, ns: 'roles', defaultValues: { ...empty } })
  const role = f.watch('role')
  const fitting = things.filter(({ kind }) => SCOPES_OF[role].includes(kind))
  const send = f.handleSubmit(async (typed) => {
    try {
      const body = bodyOf(typed as Typed, place)
      onGiven(await prove(() => call(rolesContract.give, { body })))
      f.reset()
    } catch (error) {
      f.refuse(error)
    }
  })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={f.summary} />
      <TextField
        {...f.register('address')}
        label={t('give.address')}
        hint={t('give.addressHint')}
        error={f.errorOf('address')}
        autoComplete="off"
      />
      <TextField
        {...f.register('name')}
        label={t('give.name')}
        hint={t('give.nameHint')}
        error={f.errorOf('name')}
        autoComplete="off"
        optional
      />
      <Select
        {...f.register('role', { onChange: () => f.setValue('over', '') })}
        label={t('give.role')}
        hint={`${t(`may.${role}`)} ${t(`mayNot.${role}`)}`}
        error={f.errorOf('role')}
        options={GRANTABLE.map((one) => ({ value: one, label: t(`one.${one}`) }))}
      />
      {fitting.length > 0 ? (
        <Select
          {...f.register('over')}
          label={t('give.over')}
          error={f.errorOf('over')}
          placeholder={t('over.place')}
          options={fitting.map(({ kind, id, label }) => ({
            value: `${kind}:${id}`,
            label: t(`over.${kind}`, { label }),
          }))}
        />
      ) : null}
      <DateField
        name="until"
        legend={t('give.until')}
        hint={t('give.untilHint')}
        error={f.errorOf('until')}
        value={f.watch('until')}
        onChange={(day) => f.setValue('until', day)}
      />
      {role === 'steward' ? <p className="govuk-body">{t('give.twoPeople')}</p> : null}
      <Button type="submit" busy={f.formState.isSubmitting}>
        {t('give.send')}
      </Button>
    </form>
  )
}
