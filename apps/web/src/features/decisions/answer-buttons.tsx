import { ANSWERS, type Answer, type Decision } from '@howcanwe/shared/decisions'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { Notice } from '../../ui/index.ts'
import { useAnswer } from './decisions.queries.ts'
import { SeenBy } from './seen-by.tsx'

/** Three big answers. What is drawn as chosen is what the service keeps, or what is on its way. */
export function AnswerButtons({ decision, version }: { decision: Decision; version: number }) {
  const { t } = useTranslation(['decisions', 'problems'])
  const send = useAnswer(decision.id)
  const onItsWay = send.isPending ? send.variables.answer : undefined
  const chosen = onItsWay ?? decision.mine?.answer
  const choose = (answer: Answer) => {
    if (!send.isPending) send.mutate({ version, answer })
  }
  return (
    <section aria-labelledby="answer-title">
      <h2 id="answer-title" className="govuk-heading-m">
        {t('answer.title')}
      </h2>
      {decision.mine?.typedIn ? <p className="govuk-body">{t('answer.typedIn')}</p> : null}
      <div className="hcw-answers">
        {ANSWERS.map((answer) => (
          <button
            key={answer}
            type="button"
            className={`hcw-answers__one hcw-answers__one--${answer}`}
            aria-pressed={chosen === answer}
            onClick={() => choose(answer)}
          >
            <span className="hcw-answers__word">{t(`answer.${answer}`)}</span>
            <span>{t(`answer.${answer}Hint`)}</span>
          </button>
        ))}
      </div>
      <p className="govuk-body hcw-answers__state" role="status">
        {send.isPending ? t(send.failureCount > 0 ? 'answer.again' : 'answer.sending') : null}
        {!send.isPending && decision.mine?.answer
          ? t('answer.kept', { answer: t(`answer.${decision.mine.answer}`) })
          : null}
      </p>
      {send.error ? <Notice kind="warning" heading={sentenceOf(t, send.error)} focus /> : null}
      {decision.voice ? <SeenBy voice={decision.voice} /> : null}
    </section>
  )
}
