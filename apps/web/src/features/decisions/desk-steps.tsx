import { type Decision, decisionsContract, wording } from '@howcanwe/shared/decisions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { Button, Details, Notice, Radios, TextArea } from '../../ui/index.ts'
import { useAct } from './decisions.queries.ts'
import { OpenForm } from './open-form.tsx'
import { type Worded, WordingForm, wordsOf } from './wording-form.tsx'

const saidOf = ({ text, why, options, affects }: Worded) => ({ text, why, options, affects })

/** What whoever runs the group can do next with a decision; never answering it. */
export function DeskSteps({ decision }: { decision: Decision }) {
  const { state, versions } = decision
  const wasIntegrated = versions.some(({ why }) => why === 'integrated')
  if (state === 'raised') return <Clarify decision={decision} />
  if (state === 'clarified')
    return (
      <>
        <OpenForm decision={decision} />
        {versions.length === 1 && !versions[0]?.closedAt ? <Clarify decision={decision} /> : null}
      </>
    )
  if (state === 'integrating') return <OpenForm decision={decision} />
  if (state === 'open') return <Press decision={decision} what="close" />
  if (state === 'objected' && !wasIntegrated) return <Integrate decision={decision} />
  if (state === 'objected' && !decision.bodyDecides)
    return <Press decision={decision} what="conclude" />
  if (state === 'decided' && decision.review) return <LookAgain decision={decision} />
  return null
}

function Clarify({ decision }: { decision: Decision }) {
  const { t } = useTranslation('decisions')
  const params = { decisionId: decision.id }
  const act = useAct((call, body: object) =>
    call(decisionsContract.clarify, { params, body: body as Parameters<typeof saidOf>[0] }),
  )
  return (
    <Details summary={t('clarify.title')} open={decision.state === 'raised'}>
      <p className="govuk-body">{t('clarify.text')}</p>
      <WordingForm
        begin={wordsOf(decision)}
        schema={decisionsContract.clarify.body}
        pick={(words) => ({
          ...saidOf(words),
          kind: words.kind,
          // What residents decide alone has no last word of a body over it.
          bodyDecides: words.kind === 'ordinary' && words.bodyDecides,
        })}
        onSend={act.mutateAsync}
        send={t('clarify.send')}
        asks={['kind', 'body']}
      />
    </Details>
  )
}

/** One integrating round: every objection answered in writing, then the next version. */
function Integrate({ decision }: { decision: Decision }) {
  const { t } = useTranslation('decisions')
  const params = { decisionId: decision.id }
  const act = useAct((call, body: object) =>
    call(decisionsContract.rewrite, { params, body: body as Parameters<typeof saidOf>[0] }),
  )
  return (
    <section>
      <h2 className="govuk-heading-m">{t('integrate.title')}</h2>
      <p className="govuk-body">{t('integrate.text')}</p>
      <WordingForm
        begin={wordsOf(decision)}
        schema={wording}
        pick={saidOf}
        onSend={act.mutateAsync}
        send={t('integrate.send')}
      />
    </section>
  )
}

function Press({ decision, what }: { decision: Decision; what: 'close' | 'conclude' }) {
  const { t } = useTranslation(['decisions', 'problems'])
  const params = { decisionId: decision.id }
  const act = useAct((call) =>
    what === 'close'
      ? call(decisionsContract.close, { params, body: { nothingLeft: true } })
      : call(decisionsContract.conclude, { params, body: {} }),
  )
  return (
    <section>
      {act.error ? <Notice kind="warning" heading={sentenceOf(t, act.error)} focus /> : null}
      <p className="govuk-body">{t(`${what}.text`)}</p>
      <Button busy={act.isPending} onClick={() => act.mutate(undefined)}>
        {t(`${what}.send`)}
      </Button>
    </section>
  )
}

function LookAgain({ decision }: { decision: Decision }) {
  const { t } = useTranslation(['decisions', 'problems'])
  const [outcome, setOutcome] = useState<'kept' | 'revised'>('kept')
  const [note, setNote] = useState('')
  const params = { decisionId: decision.id }
  const act = useAct((call) => call(decisionsContract.review, { params, body: { outcome, note } }))
  return (
    <Details summary={t('review.title')}>
      {act.error ? <Notice kind="warning" heading={sentenceOf(t, act.error)} focus /> : null}
      <Radios
        name="outcome"
        legend={t('review.outcome')}
        value={outcome}
        onChange={(event) => setOutcome(event.target.value as 'kept' | 'revised')}
        choices={(['kept', 'revised'] as const).map((value) => ({
          value,
          label: t(`review.${value}`),
        }))}
      />
      <TextArea
        name="note"
        label={t('review.note')}
        value={note}
        rows={3}
        maxCharacters={600}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button kind="secondary" busy={act.isPending} onClick={() => act.mutate(undefined)}>
        {t('review.send')}
      </Button>
    </Details>
  )
}
