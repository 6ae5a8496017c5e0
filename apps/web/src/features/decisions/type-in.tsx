import { SAID_BY } from '@howcanwe/shared/codesign'
import { ANSWERS, type Answer, type Decision, decisionsContract } from '@howcanwe/shared/decisions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { Button, Checkboxes, Details, Notice, Radios, Select } from '../../ui/index.ts'
import { useAct } from './decisions.queries.ts'

export interface TypeInProps {
  decision: Decision
  version: number
  people: readonly { id: string; firstName: string; reference: string; reach: string }[]
}

type SaidBy = (typeof SAID_BY)[number]

/** What somebody said on the telephone or wrote on a ballot, read back to them. They can change it themselves. */
export function TypeIn({ decision, version, people }: TypeInProps) {
  const { t } = useTranslation(['decisions', 'problems'])
  const [memberId, setMember] = useState('')
  const [answer, setAnswer] = useState<Answer | ''>('')
  const [saidBy, setSaidBy] = useState<SaidBy>('phone')
  const [readBack, setReadBack] = useState(false)
  const act = useAct((call, said: Answer) =>
    call(decisionsContract.typeIn, {
      params: { decisionId: decision.id, memberId },
      body: { version, answer: said, saidBy, readBack: true },
    }),
  )
  const name = people.find(({ id }) => id === memberId)?.firstName ?? ''
  const isReady = memberId !== '' && answer !== '' && readBack
  const send = () => {
    if (answer === '' || !isReady) return
    act.mutate(answer, {
      onSuccess: () => {
        setAnswer('')
        setReadBack(false)
      },
    })
  }
  return (
    <Details summary={t('typeIn.title')}>
      <p className="govuk-body">{t('typeIn.text')}</p>
      {act.isSuccess ? <Notice kind="success" heading={t('typeIn.kept', { name })} focus /> : null}
      {act.error ? <Notice kind="warning" heading={sentenceOf(t, act.error)} focus /> : null}
      <Select
        name="member"
        label={t('typeIn.who')}
        placeholder={t('typeIn.choose')}
        options={people.map((one) => ({
          value: one.id,
          label: `${one.firstName}, ${one.reference} (${one.reach})`,
        }))}
        value={memberId}
        onChange={(event) => setMember(event.target.value)}
      />
      <Radios
        name="typed-answer"
        legend={t('typeIn.said')}
        value={answer}
        onChange={(event) => setAnswer(event.target.value as Answer)}
        choices={ANSWERS.map((value) => ({ value, label: t(`answer.${value}`) }))}
      />
      <Radios
        name="said-by"
        legend={t('typeIn.how')}
        value={saidBy}
        inline
        onChange={(event) => setSaidBy(event.target.value as SaidBy)}
        choices={SAID_BY.map((value) => ({ value, label: t(`typeIn.${value}`) }))}
      />
      <Checkboxes
        name="read-back"
        legend={t('typeIn.check')}
        value={readBack ? ['yes'] : []}
        onChange={(event) => setReadBack(event.target.checked)}
        choices={[{ value: 'yes', label: t('typeIn.readBack') }]}
      />
      <Button kind="secondary" busy={act.isPending || !isReady} onClick={send}>
        {t('typeIn.send')}
      </Button>
    </Details>
  )
}
