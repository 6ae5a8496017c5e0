import { alertsContract as contract, HOWS, type How } from '@howcanwe/shared/alerts'
import type { CallArgs } from '@howcanwe/shared/http'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { Button, Notice, Select, TextField } from '../../ui/index.ts'

type Body = CallArgs<typeof contract.saveSearch>['body']

export interface KeepFormProps {
  placeId: string
  /** What is searched and filtered just now. */
  filters: Pick<Body, 'q' | 'themes' | 'areaIds'>
  /** What it is called unless somebody says otherwise. */
  suggested: string
  /** Shown when it is kept: where to change it. */
  after: ReactNode
}

/** Keeps what is searched just now, to hear of what opens and fits; without a filter it follows the place. */
export function KeepForm({ placeId, filters, suggested, after }: KeepFormProps) {
  const { t } = useTranslation(['alerts', 'problems'])
  const call = useCall()
  const [state, setState] = useState<'asked' | 'busy' | 'kept'>('asked')
  const [refusal, setRefusal] = useState<unknown>()
  const keep = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const name = String(form.get('name') ?? '').trim() || suggested
    setState('busy')
    setRefusal(undefined)
    try {
      const body = { ...filters, name, how: form.get('how') as How }
      await call(contract.saveSearch, { params: { placeId }, body })
      setState('kept')
    } catch (error) {
      setRefusal(error)
      setState('asked')
    }
  }
  if (state === 'kept') {
    return (
      <Notice kind="success" heading={t('keep.kept')} focus>
        {after}
      </Notice>
    )
  }
  return (
    <form onSubmit={keep}>
      {refusal ? <Notice kind="warning" heading={sentenceOf(t, refusal)} focus /> : null}
      <TextField name="name" label={t('keep.name')} defaultValue={suggested} maxLength={60} />
      <Select
        name="how"
        label={t('keep.how')}
        defaultValue="weekly"
        options={HOWS.filter((how) => how !== 'never').map((value) => ({
          value,
          label: t(`hows.${value}`),
        }))}
      />
      <Button type="submit" busy={state === 'busy'}>
        {t('keep.save')}
      </Button>
    </form>
  )
}
