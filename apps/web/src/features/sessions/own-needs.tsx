import {
  NEED_KINDS,
  needBody,
  type OwnNeed,
  type SessionInside,
  sessionsContract,
} from '@howcanwe/shared/sessions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useCall } from '../../lib/api.ts'
import { useSchemaForm } from '../../lib/form.ts'
import {
  Button,
  ButtonGroup,
  Details,
  ErrorSummary,
  Select,
  Tag,
  TextArea,
} from '../../ui/index.ts'
import { Refused } from './refused.tsx'
import { type At, useSessionAct } from './sessions.queries.ts'
import './sessions.scss'

interface Words {
  id: string
  words: string
  arranged: string
}

/** What I need, whether it is arranged, and whether it fits. The words come out of the vault when I ask. */
export function OwnNeeds({ session }: { session: SessionInside }) {
  const { t } = useTranslation('sessions')
  const call = useCall()
  const act = useSessionAct()
  const [words, setWords] = useState<readonly Words[] | null>(null)
  const needs = session.me?.needs ?? []
  const at = { groupId: session.groupId, sessionId: session.id }
  const look = () =>
    act.mutate(async () => {
      const { items } = await call(sessionsContract.ownWords, {
        params: { groupId: at.groupId },
        body: { sessionId: at.sessionId },
      })
      setWords(items)
    })
  return (
    <section aria-labelledby="needs">
      <h2 id="needs" className="govuk-heading-m">
        {t('needs.title')}
      </h2>
      <Refused error={act.error} />
      <p className="govuk-body">{needs.length === 0 ? t('needs.none') : t('needs.some')}</p>
      {needs.length > 0 ? (
        <ul className="hcw-ticks">
          {needs.map((need, index) => (
            <Need
              key={need.id}
              need={need}
              number={index + 1}
              words={words?.find(({ id }) => id === need.id)}
              session={session}
            />
          ))}
        </ul>
      ) : null}
      {needs.length > 0 && !words ? (
        <Button kind="secondary" busy={act.isPending} onClick={look}>
          {t('needs.look')}
        </Button>
      ) : null}
      <Details summary={t('needs.add')}>
        <SayNeed groupId={at.groupId} onSaid={() => setWords(null)} />
      </Details>
    </section>
  )
}

const TONES = {
  stated: 'plain',
  arranged: 'caution',
  confirmed: 'pine',
  explained: 'plain',
  met: 'pine',
  'not-met': 'error',
} as const

interface NeedProps {
  need: OwnNeed
  number: number
  words: Words | undefined
  session: SessionInside
}

function Need({ need, number, words, session }: NeedProps) {
  const { t } = useTranslation('sessions')
  const act = useSessionAct()
  const at = { groupId: session.groupId, sessionId: session.id, needId: need.id }
  const isTicked = need.state === 'confirmed' || need.state === 'met'
  return (
    <li className={`hcw-ticks__one${isTicked ? ' hcw-ticks__one--done' : ''}`}>
      <p className="hcw-ticks__name">
        {words?.words ?? t(need.fromJoining ? 'needs.joining' : 'needs.number', { number })}
      </p>
      <p className="govuk-body">
        <Tag tone={TONES[need.state]}>{t(`need.${need.state}`)}</Tag>
      </p>
      {words?.arranged ? (
        <p className="govuk-body">{t('needs.arranged', { words: words.arranged })}</p>
      ) : null}
      <Refused error={act.error} />
      <NeedKeys need={need} at={at} act={act} over={session.felt.open} />
    </li>
  )
}

interface KeysProps {
  need: OwnNeed
  at: At & { needId: string }
  act: ReturnType<typeof useSessionAct>
  over: boolean
}

function NeedKeys({ need, at, act, over }: KeysProps) {
  const { t } = useTranslation('sessions')
  const { needId, groupId } = at
  const asks = over || need.state === 'arranged'
  const answer = (fits: boolean) =>
    act.mutate((call) => call(sessionsContract.answerNeed, { params: at, body: { fits } }))
  const drop = () =>
    act.mutate((call) => call(sessionsContract.takeBackNeed, { params: { groupId, needId } }))
  return (
    <ButtonGroup>
      {asks ? (
        <Button busy={act.isPending} onClick={() => answer(true)}>
          {t(over ? 'needs.wasThere' : 'needs.fits')}
        </Button>
      ) : null}
      {asks ? (
        <Button kind="secondary" busy={act.isPending} onClick={() => answer(false)}>
          {t(over ? 'needs.wasNot' : 'needs.fitsNot')}
        </Button>
      ) : null}
      {over ? null : (
        <Button kind="secondary" busy={act.isPending} onClick={drop}>
          {t('needs.drop')}
        </Button>
      )}
    </ButtonGroup>
  )
}

const form = z.strictObject({
  kind: z.pipe(z.string(), needBody.shape.kind),
  words: needBody.shape.words,
})

function SayNeed({ groupId, onSaid }: { groupId: string; onSaid: () => void }) {
  const { t } = useTranslation('sessions')
  const call = useCall()
  const again = useSessionAct()
  const f = useSchemaForm({ schema: form, ns: 'sessions', defaultValues: { kind: '', words: '' } })
  const send = f.handleSubmit(async (typed) => {
    try {
      const body = { kind: z.parse(needBody.shape.kind, typed.kind), words: typed.words }
      const said = await call(sessionsContract.say, { params: { groupId }, body })
      await again.mutateAsync(async () => said)
      f.reset()
      onSaid()
    } catch (error) {
      f.refuse(error)
    }
  })
  return (
    <form noValidate onSubmit={send}>
      <ErrorSummary errors={f.summary} />
      <Select
        {...f.register('kind')}
        label={t('needs.kind')}
        placeholder={t('needs.choose')}
        error={f.errorOf('kind')}
        options={NEED_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <TextArea
        {...f.register('words')}
        label={t('needs.words')}
        hint={t('needs.wordsHint')}
        seenBy={t('needs.seenBy')}
        error={f.errorOf('words')}
        rows={3}
        maxCharacters={400}
      />
      <Button type="submit" busy={f.formState.isSubmitting}>
        {t('needs.send')}
      </Button>
    </form>
  )
}
