import type { AboutMe } from '@howcanwe/shared/conversations'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { Button, Details, Notice, Select } from '../../ui/index.ts'
import { useTalking } from './conversations.queries.ts'
import { SentenceForm } from './sentence-form.tsx'

/** Who looks after the conversation, in a sentence. */
export function WhoLooksAfter({ me }: { me: AboutMe }) {
  const { t } = useTranslation('conversations')
  const names = me.moderators.map(({ name }) => name)
  return (
    <p className="govuk-body">
      {names.length > 0 ? t('after.named', { names: names.join(', ') }) : t('after.nobody')}
    </p>
  )
}

/** Whoever runs the group writes down whom it named. */
export function NameModerator({
  me,
  people,
}: {
  me: AboutMe
  people: readonly { value: string; label: string }[]
}) {
  const { t } = useTranslation('conversations')
  const { setModerator } = useTalking(me.group.id)
  const [memberId, setMemberId] = useState('')
  const isNamed = me.moderators.some((one) => one.memberId === memberId)
  return (
    <Details summary={t('after.name')}>
      <Select
        name="memberId"
        label={t('after.who')}
        placeholder={t('after.choose')}
        value={memberId}
        onChange={(event) => setMemberId(event.target.value)}
        options={people}
      />
      {memberId ? (
        <SentenceForm
          key={`${memberId}-${isNamed}`}
          label={t('after.sentence')}
          hint={t('after.sentenceHint')}
          press={t(isNamed ? 'after.end' : 'after.press')}
          onSend={(sentence) => setModerator({ memberId, sentence, moderates: !isNamed })}
        />
      ) : null}
    </Details>
  )
}

/** Whether a message comes once a day. */
export function Hearing({ me }: { me: AboutMe }) {
  const { t } = useTranslation(['conversations', 'problems'])
  const { hear } = useTalking(me.group.id)
  const [wrong, setWrong] = useState('')
  if (!me.isMember) return null
  if (!me.hearing) return <p className="govuk-body">{t('conversations:hearing.none')}</p>
  const { by, daily } = me.hearing
  const press = () => hear(!daily).catch((error: unknown) => setWrong(sentenceOf(t, error)))
  return (
    <>
      {wrong ? <Notice kind="warning" heading={wrong} focus /> : null}
      <p className="govuk-body">
        {t(`conversations:hearing.${daily ? 'on' : 'off'}`, {
          by: t(`conversations:hearing.by.${by}`),
        })}
      </p>
      <Button kind="secondary" onClick={press}>
        {t(`conversations:hearing.${daily ? 'stop' : 'start'}`)}
      </Button>
    </>
  )
}
