import type { AboutMe, Message } from '@howcanwe/shared/conversations'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { ButtonLink, Details, Notice, Radios } from '../../ui/index.ts'
import { useTalking } from './conversations.queries.ts'
import { SentenceForm } from './sentence-form.tsx'

interface WorryProps {
  me: AboutMe
  message: Message
  /** Where one says that somebody may be at risk. */
  concern: string
}

/** Two different things, said kindly: a text that breaks what the group agreed, and a person who may be at risk. */
export function WorryChoice({ me, message, concern }: WorryProps) {
  const { t } = useTranslation('conversations')
  const { day } = useFormats()
  const { report } = useTalking(me.group.id)
  const [which, setWhich] = useState('')
  const [answerBy, setAnswerBy] = useState('')
  const name = useId()
  if (answerBy)
    return <Notice kind="success" heading={t('worry.reported', { day: day(answerBy) })} focus />
  return (
    <Details summary={t('worry.title')}>
      <Radios
        id={name}
        name={name}
        legend={t('worry.which')}
        value={which}
        onChange={(event) => setWhich(event.target.value)}
        choices={[
          {
            value: 'text',
            label: t('worry.text'),
            hint: t('worry.textHint'),
            reveals: (
              <SentenceForm
                withReason
                optional
                label={t('worry.more')}
                press={t('worry.report')}
                onSend={async (said, reason) =>
                  setAnswerBy((await report(message.id, { said, reason })).answerBy)
                }
              />
            ),
          },
          {
            value: 'person',
            label: t('worry.person'),
            hint: t('worry.personHint'),
            reveals: <ButtonLink to={concern}>{t('worry.toPerson')}</ButtonLink>,
          },
        ]}
      />
    </Details>
  )
}
