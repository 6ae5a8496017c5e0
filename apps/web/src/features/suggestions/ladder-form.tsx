import { LADDER, type Rung } from '@howcanwe/shared/codesign'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Radios } from '../../ui/index.ts'
import { Press } from './press.tsx'
import { useSuggestions } from './suggestions.queries.ts'

const isRung = (value: string): value is Rung => (LADDER as readonly string[]).includes(value)

/** Seven rungs, most say first; each in a sentence somebody would say. */
export function LadderForm({ groupId, mine }: { groupId: string; mine: Rung | null }) {
  const { t } = useTranslation('suggestions')
  const { rate } = useSuggestions()
  const [chosen, setChosen] = useState<Rung | null>(mine)
  return (
    <section aria-labelledby="ladder">
      <h2 id="ladder" className="govuk-heading-m">
        {t('rate.title')}
      </h2>
      <Radios
        name="rung"
        legend={t('rate.legend')}
        hint={t('rate.hint')}
        value={chosen ?? ''}
        onChange={async ({ target }) => setChosen(isRung(target.value) ? target.value : null)}
        choices={[...LADDER].reverse().map((value) => ({
          value,
          label: t(`ladder.${value}`),
          hint: t(`rung.${value}`),
        }))}
      />
      {chosen ? (
        <Press kind="primary" onPress={() => rate(groupId, chosen)}>
          {t('rate.send')}
        </Press>
      ) : null}
      <p className="govuk-body" role="status">
        {mine ? t('rate.sent', { rung: t(`ladder.${mine}`) }) : null}
      </p>
    </section>
  )
}
