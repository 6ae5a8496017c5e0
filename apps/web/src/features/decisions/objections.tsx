import { type Decision, decisionsContract, HARMS, type Harm } from '@howcanwe/shared/decisions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { useFaults } from '../../lib/use-faults.ts'
import { Button, Details, ErrorSummary, Notice, Radios, Tag, TextArea } from '../../ui/index.ts'
import { useAct } from './decisions.queries.ts'

type Version = Decision['versions'][number]

/** Names a harm, a missing person or a broken promise. One each. */
export function ObjectForm({ decision, version }: { decision: Decision; version: Version }) {
  const { t } = useTranslation(['decisions', 'problems'])
  const [kind, setKind] = useState<Harm | ''>('')
  const [text, setText] = useState('')
  const faults = useFaults('decisions')
  const params = { decisionId: decision.id }
  const act = useAct((call, body: { version: number; kind: Harm; text: string }) =>
    call(decisionsContract.object, { params, body }),
  )
  const send = () => {
    const body = { version: version.number, kind: kind as Harm, text }
    if (!faults.check(decisionsContract.object.body, body)) return
    act.mutate(body, { onError: faults.refuse })
  }
  // One each: it stands below, to be taken back.
  if (version.objections.some(({ mine, takenBack }) => mine && !takenBack))
    return act.isSuccess ? <Notice kind="success" heading={t('object.done')} focus /> : null
  return (
    <Details summary={t('object.title')}>
      <ErrorSummary errors={faults.summary} />
      <p className="govuk-body">{t('object.text')}</p>
      <Radios
        name="kind"
        legend={t('object.kind')}
        value={kind}
        error={faults.of('kind')}
        onChange={(event) => setKind(event.target.value as Harm)}
        choices={HARMS.map((value) => ({
          value,
          label: t(`object.${value}`),
          hint: t(`object.${value}Hint`),
        }))}
      />
      <TextArea
        name="text"
        label={t('object.sentence')}
        hint={t('object.sentenceHint')}
        value={text}
        rows={3}
        maxCharacters={300}
        error={faults.of('text')}
        onChange={(event) => setText(event.target.value)}
      />
      <Button kind="secondary" busy={act.isPending} onClick={send}>
        {t('object.send')}
      </Button>
    </Details>
  )
}

/** Objections to a version, without names, each with its written answer. */
export function Objections({ decision, version }: { decision: Decision; version: Version }) {
  const { t } = useTranslation('decisions')
  const standing = version.objections.filter(({ takenBack }) => !takenBack)
  if (standing.length === 0) return null
  return (
    <section aria-labelledby={`objections-${version.number}`}>
      <h2 id={`objections-${version.number}`} className="govuk-heading-m">
        {t('objections.title', { count: standing.length })}
      </h2>
      <ul className="hcw-objections">
        {standing.map((one) => (
          <li key={one.id}>
            <Tag tone="caution">{t(`object.${one.kind}`)}</Tag>
            <p className="govuk-body">{one.text}</p>
            {one.typedIn ? <p className="govuk-body hcw-soft">{t('objections.typedIn')}</p> : null}
            {one.answer ? (
              <p className="govuk-body hcw-objections__answer">
                <strong>{t('objections.by', { name: one.answer.by })}</strong> {one.answer.text}
              </p>
            ) : (
              <p className="govuk-body hcw-soft">{t('objections.unanswered')}</p>
            )}
            {decision.runs && !decision.decidedAt ? (
              <AnswerOne decision={decision} objectionId={one.id} answer={one.answer?.text ?? ''} />
            ) : null}
            {one.mine && decision.state === 'open' ? (
              <TakeBack decision={decision} objectionId={one.id} />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface One {
  decision: Decision
  objectionId: string
}

function AnswerOne({ decision, objectionId, answer }: One & { answer: string }) {
  const { t } = useTranslation(['decisions', 'problems'])
  const [text, setText] = useState(answer)
  const faults = useFaults('decisions')
  const params = { decisionId: decision.id, objectionId }
  const act = useAct((call, body: { answer: string }) =>
    call(decisionsContract.answerObjection, { params, body }),
  )
  const send = () => {
    if (faults.check(decisionsContract.answerObjection.body, { answer: text }))
      act.mutate({ answer: text }, { onError: faults.refuse })
  }
  return (
    <Details summary={t(answer ? 'objections.change' : 'objections.answer')}>
      <TextArea
        name="answer"
        id={`answer-${objectionId}`}
        label={t('objections.answerLabel')}
        hint={t('objections.answerHint')}
        value={text}
        rows={3}
        maxCharacters={600}
        error={faults.of('answer') ?? faults.summary[0]?.message}
        onChange={(event) => setText(event.target.value)}
      />
      <Button kind="secondary" busy={act.isPending} onClick={send}>
        {t('objections.send')}
      </Button>
    </Details>
  )
}

function TakeBack({ decision, objectionId }: One) {
  const { t } = useTranslation(['decisions', 'problems'])
  const params = { decisionId: decision.id, objectionId }
  const act = useAct((call) => call(decisionsContract.takeBack, { params, body: {} }))
  return (
    <>
      {act.error ? <Notice kind="warning" heading={sentenceOf(t, act.error)} focus /> : null}
      <Button kind="quiet" busy={act.isPending} onClick={() => act.mutate(undefined)}>
        {t('objections.takeBack')}
      </Button>
    </>
  )
}
