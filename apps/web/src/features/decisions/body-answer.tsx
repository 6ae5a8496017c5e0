import {
  BODY_ANSWERS,
  type BodyAnswer,
  decisionsContract,
  type ToAnswer,
} from '@howcanwe/shared/decisions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { useFaults } from '../../lib/use-faults.ts'
import { Button, ErrorSummary, Radios, Tag, TextArea } from '../../ui/index.ts'
import { useAct } from './decisions.queries.ts'

/** The named person's answer for a body: accept, in part or not, with reasons to each objection. */
export function BodyAnswerForm({ item }: { item: ToAnswer }) {
  const { t } = useTranslation(['decisions', 'problems'])
  const { day } = useFormats()
  const [answer, setAnswer] = useState<BodyAnswer | ''>('')
  const [reasons, setReasons] = useState('')
  const [said, setSaid] = useState<Record<string, string>>(() =>
    Object.fromEntries(item.objections.map((one) => [one.id, one.answer])),
  )
  const faults = useFaults('decisions')
  const act = useAct((call, body: object) =>
    call(decisionsContract.respond, {
      params: { decisionId: item.id },
      body: body as {
        answer: BodyAnswer
        reasons: string
        objections: { id: string; answer: string }[]
      },
    }),
  )
  const send = () => {
    const objections = item.objections.map(({ id }) => ({ id, answer: said[id] ?? '' }))
    const body = { answer, reasons, objections }
    if (faults.check(decisionsContract.respond.body, body))
      act.mutate(body, { onError: faults.refuse })
  }
  return (
    <article aria-labelledby={`answer-${item.id}`} className="hcw-decision__card">
      <h2 id={`answer-${item.id}`} className="govuk-heading-m">
        {item.group.name}, {t('number', { number: item.number })}{' '}
        {item.late ? <Tag tone="error">{t('desk.late')}</Tag> : null}
      </h2>
      <blockquote className="hcw-decision__text">{item.text}</blockquote>
      <p className="govuk-body">
        {t(item.result === 'consented' ? 'desk.agreed' : 'desk.notAgreed', {
          day: day(new Date(item.dueAt.getTime() - 1)),
        })}
      </p>
      <ErrorSummary errors={faults.summary} />
      <Radios
        name="answer"
        id={`answer-of-${item.id}`}
        legend={t('desk.answer')}
        value={answer}
        error={faults.of('answer')}
        onChange={(event) => setAnswer(event.target.value as BodyAnswer)}
        choices={BODY_ANSWERS.map((value) => ({ value, label: t(`desk.${value}`) }))}
      />
      <TextArea
        name="reasons"
        id={`reasons-${item.id}`}
        label={t('desk.reasons')}
        hint={t('desk.reasonsHint')}
        value={reasons}
        rows={4}
        maxCharacters={1000}
        error={faults.of('reasons')}
        onChange={(event) => setReasons(event.target.value)}
      />
      {item.objections.map((one, i) => (
        <TextArea
          key={one.id}
          name={`objections.${i}.answer`}
          label={t('desk.objection', { kind: t(`object.${one.kind}`) })}
          hint={one.text}
          value={said[one.id] ?? ''}
          rows={3}
          maxCharacters={600}
          error={faults.of(`objections.${i}.answer`)}
          onChange={(event) => setSaid((all) => ({ ...all, [one.id]: event.target.value }))}
        />
      ))}
      <Button busy={act.isPending} onClick={send}>
        {t('desk.send')}
      </Button>
    </article>
  )
}
