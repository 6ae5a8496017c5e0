import { CAME_OF, type CameOf } from '@howcanwe/shared/texts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { Button, Notice, Radios } from '../../ui/index.ts'
import { useTextActs } from './texts.queries.ts'

interface FinishFormProps {
  groupId: string
  textId: string
  /** Whose text it is, for who hears the page. */
  name: string
  onDone: () => void
}

/** What came of a text; with the answer its words and the number go. */
export function FinishForm({ groupId, textId, name, onDone }: FinishFormProps) {
  const { t } = useTranslation(['texts', 'problems'])
  const { finish } = useTextActs(groupId)
  const [cameOf, setCameOf] = useState<CameOf>()
  const [missing, setMissing] = useState(false)
  const send = () => {
    setMissing(!cameOf)
    if (cameOf) finish.mutate({ textId, cameOf }, { onSuccess: onDone })
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {finish.error ? <Notice kind="warning" heading={sentenceOf(t, finish.error)} focus /> : null}
      <Radios
        name={`came-${textId}`}
        legend={t('texts:cameOf.legend', { name })}
        error={missing ? t('texts:cameOf.missing') : undefined}
        value={cameOf ?? ''}
        onChange={async ({ target }) => setCameOf(target.value as CameOf)}
        choices={CAME_OF.map((value) => ({ value, label: t(`texts:cameOf.${value}`) }))}
      />
      <Button type="submit" busy={finish.isPending}>
        {t('texts:done')}
      </Button>
    </form>
  )
}
