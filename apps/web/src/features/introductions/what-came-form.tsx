import { OUTCOMES, type Outcome, type OwnIntroduction } from '@howcanwe/shared/introductions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { Button, Checkboxes, Notice, Radios } from '../../ui/index.ts'

export interface WhatCame {
  outcome: Outcome
  onMap: boolean
}

/** Two taps: which of four, and send. */
export function WhatCameForm({
  item,
  onSay,
}: {
  item: OwnIntroduction
  onSay: (said: WhatCame) => Promise<void>
}) {
  const { t } = useTranslation(['introductions', 'problems'])
  const [outcome, setOutcome] = useState<Outcome>(item.outcome ?? 'keep-in-touch')
  const [onMap, setOnMap] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>()
  const send = async () => {
    setBusy(true)
    setRefusal(undefined)
    await onSay({ outcome, onMap: onMap.includes('map') }).catch(setRefusal)
    setBusy(false)
  }
  return (
    <>
      {refusal ? <Notice kind="warning" heading={sentenceOf(t, refusal)} focus /> : null}
      <Radios
        name={`outcome-${item.id}`}
        legend={t('introductions:came.legend', { other: item.other.name })}
        hint={t('introductions:came.hint')}
        value={outcome}
        onChange={(event) => setOutcome(event.target.value as Outcome)}
        choices={OUTCOMES.map((value) => ({ value, label: t(`introductions:outcome.${value}`) }))}
      />
      {outcome === 'nothing-now' ? null : (
        <Checkboxes
          name={`map-${item.id}`}
          legend={t('introductions:came.mapLegend')}
          value={onMap}
          onChange={(event) => setOnMap(event.target.checked ? ['map'] : [])}
          choices={[
            { value: 'map', label: t('introductions:came.map', { other: item.other.name }) },
          ]}
        />
      )}
      <Button kind="secondary" busy={busy} onClick={send}>
        {t('introductions:came.send')}
      </Button>
    </>
  )
}
