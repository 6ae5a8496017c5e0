import {
  type AgendaItem,
  PURPOSES,
  raiseBody,
  type SessionInside,
  sessionsContract,
} from '@howcanwe/shared/sessions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { useFormats } from '../../lib/format.ts'
import {
  Button,
  Details,
  ErrorSummary,
  Notice,
  Radios,
  Select,
  Tag,
  TextField,
} from '../../ui/index.ts'
import { Refused } from './refused.tsx'
import { useSessionAct } from './sessions.queries.ts'
import './sessions.scss'

/** The order of the session, whose each point is, and what it is for. */
export function Agenda({ session, isOpen }: { session: SessionInside; isOpen: boolean }) {
  const { t } = useTranslation('sessions')
  const { date, minutes } = useFormats()
  const { items, off, publishedAt } = session.agenda
  if (!isOpen && items.length + off.length === 0) return null
  const total = items.reduce((sum, item) => sum + item.minutes, 0)
  return (
    <section aria-labelledby="agenda">
      <h2 id="agenda" className="govuk-heading-m">
        {t('agenda.title')}
      </h2>
      <p className="govuk-body hcw-soft">
        {publishedAt ? t('agenda.out', { date: date(publishedAt) }) : null}
        {isOpen && !publishedAt ? t('agenda.making') : null}
        {total > 0 ? ` ${t('agenda.total', { time: minutes(total) })}` : ''}
      </p>
      {items.length === 0 ? (
        <p className="govuk-body">{t('agenda.empty')}</p>
      ) : (
        <ol className="hcw-agenda">
          {items.map((item) => (
            <Item key={item.id} item={item} session={session} />
          ))}
        </ol>
      )}
      <Off off={off} />
      {session.me && isOpen && !publishedAt ? <Raise session={session} /> : null}
    </section>
  )
}

/** What had no paper in time, and where it is now. */
export function Off({ off }: { off: SessionInside['agenda']['off'] }) {
  const { t } = useTranslation('sessions')
  const { date } = useFormats()
  if (off.length === 0) return null
  return (
    <>
      <p className="govuk-body">{t('agenda.off')}</p>
      <ul className="govuk-list govuk-list--bullet">
        {off.map(({ id, title, next }) => (
          <li key={id}>
            {next
              ? t('agenda.offNext', { title, date: date(next) })
              : t('agenda.offWaits', { title })}
          </li>
        ))}
      </ul>
    </>
  )
}

function Item({ item, session }: { item: AgendaItem; session: SessionInside }) {
  const { t } = useTranslation('sessions')
  const { date, minutes } = useFormats()
  const act = useSessionAct()
  const params = { groupId: session.groupId, sessionId: session.id, itemId: item.id }
  return (
    <li
      className={`hcw-agenda__item${item.bloc === 'residents' ? ' hcw-agenda__item--residents' : ''}`}
    >
      <p className="hcw-agenda__title">{item.title}</p>
      <p className="hcw-agenda__facts">
        <Tag tone={item.purpose === 'decide' ? 'pine' : 'plain'}>
          {t(`purpose.${item.purpose}`)}
        </Tag>
        <span>{minutes(item.minutes)}</span>
        <span>{t(`from.${item.bloc ?? 'facilitator'}`)}</span>
      </p>
      {item.fellOff ? <p className="hcw-agenda__note">{t('agenda.fellOff')}</p> : null}
      {item.movedFrom ? (
        <p className="hcw-agenda__note">{t('agenda.movedFrom', { date: date(item.movedFrom) })}</p>
      ) : null}
      {item.mine && !session.agenda.publishedAt ? (
        <Button
          kind="secondary"
          busy={act.isPending}
          onClick={() => act.mutate((call) => call(sessionsContract.takeOff, { params }))}
        >
          {t('agenda.takeOff', { title: item.title })}
        </Button>
      ) : null}
      <Refused error={act.error} />
    </li>
  )
}

const MINUTES = [5, 10, 15, 20, 30, 45, 60]
const form = z.strictObject({
  title: raiseBody.shape.title,
  minutes: z.string(),
  purpose: z.pipe(z.string(), raiseBody.shape.purpose),
})

interface RaiseFormProps {
  id: string
  send: (body: {
    title: string
    minutes: number
    purpose: (typeof PURPOSES)[number]
  }) => Promise<unknown>
  children?: React.ReactNode
  label: string
}

/** What, how long, what for. */
export function RaiseForm({ id, send, children, label }: RaiseFormProps) {
  const { t } = useTranslation('sessions')
  const { minutes } = useFormats()
  const f = useSchemaForm({
    schema: form,
    ns: 'sessions',
    defaultValues: { title: '', minutes: '10', purpose: 'talk' },
  })
  const [done, setDone] = useState(0)
  const submit = f.handleSubmit(
    async (typed) => {
      try {
        await send({
          title: typed.title,
          minutes: Number(typed.minutes),
          purpose: z.parse(raiseBody.shape.purpose, typed.purpose),
        })
        f.reset()
        setDone((before) => before + 1)
      } catch (error) {
        f.refuse(error)
      }
    },
    () => setDone(0),
  )
  return (
    <form noValidate onSubmit={submit}>
      {done > 0 ? <Notice key={done} kind="success" heading={t('raise.done')} focus /> : null}
      <ErrorSummary
        errors={f.summary.map((e) => (e.name ? { ...e, name: `${id}-${e.name}` } : e))}
      />
      <TextField
        {...f.register('title')}
        id={`f-${id}-title`}
        label={t('raise.what')}
        hint={t('raise.whatHint')}
        error={f.errorOf('title')}
      />
      <Select
        {...f.register('minutes')}
        id={`f-${id}-minutes`}
        label={t('raise.minutes')}
        options={MINUTES.map((n) => ({ value: String(n), label: minutes(n) }))}
      />
      <Radios
        {...f.register('purpose')}
        id={`f-${id}-purpose`}
        legend={t('raise.purpose')}
        defaultValue="talk"
        choices={PURPOSES.map((value) => ({
          value,
          label: t(`purpose.${value}`),
          hint: t(`purposeHint.${value}`),
        }))}
      />
      {children}
      <Button type="submit" busy={f.formState.isSubmitting}>
        {label}
      </Button>
    </form>
  )
}

function Raise({ session }: { session: SessionInside }) {
  const { t } = useTranslation('sessions')
  const call = useCall()
  const again = useSessionAct()
  const params = { groupId: session.groupId, sessionId: session.id }
  const isResident = session.me?.bloc === 'residents'
  const send = async (body: Parameters<RaiseFormProps['send']>[0]) => {
    const seen = await call(sessionsContract.raise, { params, body })
    await again.mutateAsync(async () => seen)
  }
  return (
    <>
      <Details summary={t('raise.title')}>
        <p className="govuk-body">{t(isResident ? 'raise.resident' : 'raise.other')}</p>
        <RaiseForm id="raise" send={send} label={t('raise.send')} />
      </Details>
      {isResident ? <GiveBack session={session} /> : null}
    </>
  )
}

/** Time of the first third that residents leave to everybody; theirs to give, and to take again. */
function GiveBack({ session }: { session: SessionInside }) {
  const { t } = useTranslation('sessions')
  const { minutes } = useFormats()
  const act = useSessionAct()
  const { missing, returned, third } = session.agenda
  const params = { groupId: session.groupId, sessionId: session.id }
  const give = (count: number) =>
    act.mutate((call) => call(sessionsContract.giveBack, { params, body: { minutes: count } }))
  if (third === 0 || (missing === 0 && returned === 0)) return null
  return (
    <Details summary={t('give.title')}>
      <Refused error={act.error} />
      <p className="govuk-body">{t('give.text', { third: minutes(third) })}</p>
      {missing > 0 ? (
        <Button kind="secondary" busy={act.isPending} onClick={() => give(missing)}>
          {t('give.give', { time: minutes(missing) })}
        </Button>
      ) : null}
      {returned > 0 ? (
        <>
          <p className="govuk-body">{t('give.given', { time: minutes(returned) })}</p>
          <Button kind="secondary" busy={act.isPending} onClick={() => give(0)}>
            {t('give.again')}
          </Button>
        </>
      ) : null}
    </Details>
  )
}
