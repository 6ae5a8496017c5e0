import {
  type Plan,
  paperBody,
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
  Select,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { Off, RaiseForm } from './agenda.tsx'
import { Refused } from './refused.tsx'
import { type At, useSessionAct } from './sessions.queries.ts'
import './sessions.scss'

/** Ordering, adding for somebody who rang, and letting it go out once the first third is the residents'. */
export function PlanAgenda({ session, plan, at }: { session: SessionInside; plan: Plan; at: At }) {
  const { t } = useTranslation('sessions')
  const { minutes } = useFormats()
  const act = useSessionAct()
  const { agenda } = session
  return (
    <section aria-labelledby="plan-agenda">
      <h2 id="plan-agenda" className="govuk-heading-m">
        {t('plan.agenda')}
      </h2>
      <Refused error={act.error} />
      <p className="govuk-body">
        {agenda.missing > 0
          ? t('plan.missing', { time: minutes(agenda.missing) })
          : t('plan.third')}
      </p>
      <Order session={session} at={at} />
      <Off off={agenda.off} />
      {agenda.publishedAt ? null : (
        <Button
          busy={act.isPending || agenda.items.length === 0}
          onClick={() =>
            act.mutate((call) => call(sessionsContract.publishAgenda, { params: at, body: {} }))
          }
        >
          {t('plan.publish')}
        </Button>
      )}
      <Put plan={plan} at={at} />
      {agenda.publishedAt ? <AddPaper session={session} at={at} /> : null}
    </section>
  )
}

function Order({ session, at }: { session: SessionInside; at: At }) {
  const { t } = useTranslation('sessions')
  const act = useSessionAct()
  const ids = session.agenda.items.map(({ id }) => id)
  const up = (index: number) => {
    const itemIds = [...ids]
    itemIds.splice(index - 1, 2, ids[index] ?? '', ids[index - 1] ?? '')
    act.mutate((call) => call(sessionsContract.order, { params: at, body: { itemIds } }))
  }
  return (
    <>
      <Refused error={act.error} />
      <ol className="hcw-agenda">
        {session.agenda.items.map((item, index) => (
          <li
            key={item.id}
            className={`hcw-agenda__item${item.bloc === 'residents' ? ' hcw-agenda__item--residents' : ''}`}
          >
            <p className="hcw-agenda__title">{item.title}</p>
            <p className="hcw-agenda__facts">
              <span>{t(`purpose.${item.purpose}`)}</span>
              <span>{t(`from.${item.bloc ?? 'facilitator'}`)}</span>
            </p>
            {index > 0 ? (
              <Button kind="secondary" busy={act.isPending} onClick={() => up(index)}>
                {t('plan.up')}
                <span className="govuk-visually-hidden">: {item.title}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
    </>
  )
}

function Put({ plan, at }: { plan: Plan; at: At }) {
  const { t } = useTranslation('sessions')
  const call = useCall()
  const again = useSessionAct()
  const [memberId, setMember] = useState('')
  const send = async (body: Parameters<React.ComponentProps<typeof RaiseForm>['send']>[0]) => {
    const seen = await call(sessionsContract.put, {
      params: at,
      body: { ...body, memberId: memberId || null },
    })
    await again.mutateAsync(async () => seen)
  }
  return (
    <Details summary={t('plan.put.title')}>
      <RaiseForm id="put" send={send} label={t('raise.send')}>
        <Select
          name="put-member"
          label={t('plan.put.whose')}
          hint={t('plan.put.whoseHint')}
          value={memberId}
          onChange={async ({ target }) => setMember(target.value)}
          options={[
            { value: '', label: t('plan.put.mine') },
            ...plan.people.map((p) => ({
              value: p.memberId,
              label: `${p.firstName} (${p.reference})`,
            })),
          ]}
        />
      </RaiseForm>
    </Details>
  )
}

const { itemId, title, summary, body } = paperBody.shape
const form = z.strictObject({
  itemId,
  title,
  summary,
  body,
  link: z.string().check(z.maxLength(300)),
})

function AddPaper({ session, at }: { session: SessionInside; at: At }) {
  const { t } = useTranslation('sessions')
  const { date } = useFormats()
  const call = useCall()
  const again = useSessionAct()
  const items = session.agenda.items
  const defaultValues = { itemId: items[0]?.id ?? '', title: '', summary: '', body: '', link: '' }
  const f = useSchemaForm({ schema: form, ns: 'sessions', defaultValues })
  const [done, setDone] = useState(0)
  const send = f.handleSubmit(
    async (typed) => {
      try {
        const sent = { ...typed, link: typed.link.trim() || null }
        const paper = await call(sessionsContract.addPaper, { params: at, body: sent })
        await again.mutateAsync(async () => paper)
        f.reset(defaultValues)
        setDone((before) => before + 1)
      } catch (error) {
        f.refuse(error)
      }
    },
    () => setDone(0),
  )
  return (
    <Details summary={t('plan.paper.title')}>
      {session.papersDueAt ? (
        <p className="govuk-body">{t('papers.due', { date: date(session.papersDueAt) })}</p>
      ) : null}
      <form noValidate onSubmit={send}>
        {done > 0 ? (
          <Notice key={done} kind="success" heading={t('plan.paper.done')} focus />
        ) : null}
        <ErrorSummary
          errors={f.summary.map((e) => (e.name ? { ...e, name: `paper-${e.name}` } : e))}
        />
        <Select
          {...f.register('itemId')}
          id="f-paper-itemId"
          label={t('plan.paper.item')}
          options={items.map((item) => ({ value: item.id, label: item.title }))}
        />
        <TextField
          {...f.register('title')}
          id="f-paper-title"
          label={t('plan.paper.name')}
          error={f.errorOf('title')}
        />
        <TextArea
          {...f.register('summary')}
          id="f-paper-summary"
          label={t('plan.paper.summary')}
          hint={t('plan.paper.summaryHint')}
          error={f.errorOf('summary')}
          maxCharacters={1500}
        />
        <TextArea
          {...f.register('body')}
          id="f-paper-body"
          label={t('plan.paper.body')}
          error={f.errorOf('body')}
          optional
        />
        <TextField
          {...f.register('link')}
          id="f-paper-link"
          label={t('plan.paper.link')}
          hint={t('plan.paper.linkHint')}
          error={f.errorOf('link')}
          type="url"
          optional
        />
        <Button type="submit" busy={f.formState.isSubmitting}>
          {t('plan.paper.send')}
        </Button>
      </form>
    </Details>
  )
}
