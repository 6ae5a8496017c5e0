import { type SessionInside, sessionsContract } from '@howcanwe/shared/sessions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkboxes } from '../../ui/index.ts'
import { Refused } from './refused.tsx'
import { useSessionAct } from './sessions.queries.ts'
import './sessions.scss'

const ANSWERS = ['yes', 'maybe', 'no'] as const

/** Three large keys: yes, maybe, no. Where the room is full, yes is a turn in the queue. */
export function ReplyBox({ session }: { session: SessionInside }) {
  const { t } = useTranslation('sessions')
  const act = useSessionAct()
  const { me, id: sessionId, groupId } = session
  const [brings, setBrings] = useState(me?.brings ?? false)
  if (!me) return null
  const send = (answer: (typeof ANSWERS)[number], withSomebody: boolean) =>
    act.mutate((call) =>
      call(sessionsContract.reply, {
        params: { groupId, sessionId },
        body: { answer, brings: withSomebody },
      }),
    )
  const current = me.reply === 'waiting' ? 'yes' : me.reply
  return (
    <section className="hcw-reply" aria-labelledby="reply">
      <h2 id="reply" className="govuk-heading-m">
        {t('reply.title')}
      </h2>
      <Refused error={act.error} />
      <p className="hcw-reply__now" role="status">
        {said(t, session)}
      </p>
      <div className="hcw-reply__keys">
        {ANSWERS.map((answer) => (
          <button
            key={answer}
            type="button"
            className="hcw-key"
            aria-pressed={current === answer}
            aria-disabled={act.isPending}
            onClick={() => {
              if (!act.isPending) send(answer, brings)
            }}
          >
            {t(`reply.${answer}`)}
          </button>
        ))}
      </div>
      <Checkboxes
        name="brings"
        legend={t('reply.with')}
        value={brings ? ['yes'] : []}
        choices={[{ value: 'yes', label: t('reply.brings'), hint: t('reply.bringsHint') }]}
        onChange={async ({ target }) => {
          setBrings(target.checked)
          if (current === 'yes' || current === 'maybe') send(current, target.checked)
        }}
      />
    </section>
  )
}

type T = ReturnType<typeof useTranslation<'sessions'>>['t']

/** What stands written down, in a sentence. */
function said(t: T, { me, seatsLeft }: SessionInside): string {
  if (!me?.reply) {
    if (seatsLeft === null) return t('reply.ask')
    return seatsLeft === 0 ? t('reply.full') : t('reply.seats', { count: seatsLeft })
  }
  if (me.reply === 'waiting') return t('reply.waiting', { place: me.place ?? 1 })
  return t(`reply.said.${me.reply}`)
}
