import {
  alertsContract as contract,
  type Heard,
  type Hearing,
  HOWS,
  type How,
  mayBe,
} from '@howcanwe/shared/alerts'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { Button, Notice, Select } from '../../ui/index.ts'
import { hearingQuery } from './alerts.queries.ts'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const atHour = (hour: number): string => `${String(hour).padStart(2, '0')}:00`

type Quiet = Hearing['quiet'][number]

/** What a form with these names says; selects only ever hold what was offered. */
function answersOf(form: FormData, mine: Hearing) {
  const hour = (name: string) => Number(form.get(name))
  return {
    wishes: mine.wishes.map(({ what }) => ({ what, how: form.get(what) as How })),
    quiet: mine.quiet.map(({ channel }) => ({
      channel,
      from: hour(`${channel}-from`),
      until: hour(`${channel}-until`),
    })),
  }
}

/** How often somebody hears of each kind of thing, and when they are left in peace. */
export function HearingForm({ mine, placeId }: { mine: Hearing; placeId: string }) {
  const { t } = useTranslation(['alerts', 'problems'])
  const call = useCall()
  const client = useQueryClient()
  const [state, setState] = useState<'asked' | 'busy' | 'saved'>('asked')
  const [refusal, setRefusal] = useState<unknown>()
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const body = answersOf(new FormData(event.currentTarget), mine)
    setState('busy')
    setRefusal(undefined)
    try {
      const now = await call(contract.change, { params: { placeId }, body })
      client.setQueryData(hearingQuery(placeId).queryKey, now)
      setState('saved')
    } catch (error) {
      setRefusal(error)
      setState('asked')
    }
  }
  return (
    <form onSubmit={save}>
      {refusal ? <Notice kind="warning" heading={sentenceOf(t, refusal)} focus /> : null}
      {state === 'saved' ? <Notice kind="success" heading={t('form.saved')} focus /> : null}
      {mine.wishes.map((wish) => (
        <Wish key={wish.what} {...wish} />
      ))}
      <h2 className="govuk-heading-m">{t('quiet.title')}</h2>
      <p className="govuk-body">{t('quiet.text')}</p>
      {mine.quiet.map((hours) => (
        <QuietHours key={hours.channel} {...hours} />
      ))}
      <Button type="submit" busy={state === 'busy'}>
        {t('form.save')}
      </Button>
    </form>
  )
}

function Wish({ what, how }: { what: Heard; how: How }) {
  const { t } = useTranslation('alerts')
  return (
    <Select
      name={what}
      label={t(`heard.${what}`)}
      hint={t(`hints.${what}`)}
      defaultValue={how}
      options={HOWS.filter((one) => mayBe(what, one)).map((value) => ({
        value,
        label: t(`hows.${value}`),
      }))}
    />
  )
}

function QuietHours({ channel, from, until }: Quiet) {
  const { t } = useTranslation('alerts')
  const options = HOURS.map((hour) => ({ value: String(hour), label: atHour(hour) }))
  return (
    <fieldset className="govuk-fieldset">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        {t(`quiet.${channel}`)}
      </legend>
      <Select
        name={`${channel}-from`}
        label={t('quiet.from')}
        defaultValue={String(from)}
        options={options}
      />
      <Select
        name={`${channel}-until`}
        label={t('quiet.until')}
        hint={t('quiet.same')}
        defaultValue={String(until)}
        options={options}
      />
    </fieldset>
  )
}
