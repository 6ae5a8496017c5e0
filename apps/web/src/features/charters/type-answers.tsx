import { CHARTER_ANSWERS } from '@howcanwe/shared/charters'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { Button, Checkboxes, Details, Notice, Radios, Select, TextArea } from '../../ui/index.ts'
import { useTypeAnswer } from './charters.queries.ts'

export interface TypeAnswersProps {
  groupId: string
  /** The wording they spoke of: the one on this page. */
  version: number
  people: readonly { id: string; firstName: string; reference: string }[]
}

type Answer = (typeof CHARTER_ANSWERS)[number]
const EMPTY = { memberId: '', answer: '' as Answer | '', words: '', readBack: false }

/** What somebody said by telephone, on paper or in the room: typed in and read back (PE3). */
export function TypeAnswers({ groupId, version, people }: TypeAnswersProps) {
  const { t } = useTranslation(['charters', 'problems'])
  const type = useTypeAnswer(groupId)
  const [said, setSaid] = useState(EMPTY)
  const set = (more: Partial<typeof EMPTY>) => setSaid((before) => ({ ...before, ...more }))
  const { memberId, answer, words, readBack } = said
  const isWhole = memberId && answer && readBack && (answer === 'agree' || words.trim())
  const send = () => {
    if (answer === '') return
    type.mutate({ memberId, version, answer, words }, { onSuccess: () => setSaid(EMPTY) })
  }
  return (
    <Details summary={t('charters:typed.open')}>
      {type.isSuccess ? <Notice kind="success" heading={t('charters:typed.done')} focus /> : null}
      {type.error ? <Notice kind="warning" heading={sentenceOf(t, type.error)} focus /> : null}
      <Select
        name="memberId"
        label={t('charters:typed.who')}
        value={memberId}
        onChange={(event) => set({ memberId: event.currentTarget.value })}
        options={[
          { value: '', label: t('charters:typed.choose') },
          ...people.map(({ id, firstName, reference }) => ({
            value: id,
            label: `${firstName} (${reference})`,
          })),
        ]}
      />
      <Radios
        name="typedAnswer"
        legend={t('charters:typed.answer')}
        value={answer}
        onChange={(event) => set({ answer: event.currentTarget.value as Answer })}
        choices={CHARTER_ANSWERS.map((value) => ({ value, label: t(`charters:answer.${value}`) }))}
      />
      {answer === 'not-yet' ? (
        <TextArea
          name="typedWords"
          label={t('charters:answer.words')}
          value={words}
          onChange={(event) => set({ words: event.currentTarget.value })}
          maxCharacters={300}
          rows={3}
        />
      ) : null}
      <Checkboxes
        name="typedReadBack"
        legend={t('charters:typed.readBack')}
        onChange={(event) => set({ readBack: event.currentTarget.checked })}
        choices={[{ value: 'yes', label: t('charters:typed.readBackYes') }]}
      />
      <Button kind="secondary" disabled={!isWhole} busy={type.isPending} onClick={send}>
        {t('charters:typed.send')}
      </Button>
    </Details>
  )
}
