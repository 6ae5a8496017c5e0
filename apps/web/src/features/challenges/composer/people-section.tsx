import { PREVENTION } from '@howcanwe/shared/challenges'
import { useTranslation } from 'react-i18next'
import { Radios } from '../../../ui/index.ts'
import { Line, Words } from './fields.tsx'
import type { Composer } from './use-composer.ts'
import type { Values } from './values.ts'

/**
 * Why now, who is affected, who is served least, and what would be different in a person's own words. People first:
 * what organisations gain has a box of its own (CH10).
 */
export function PeopleSection({ composer }: { composer: Composer }) {
  const { t } = useTranslation('challenges')
  return (
    <>
      <Words composer={composer} name="whyNow" rows={5} maxCharacters={3000} />
      <Words composer={composer} name="whoIsAffected" rows={4} maxCharacters={3000} />
      <Words composer={composer} name="leastServed" rows={2} maxCharacters={300} />
      <Words composer={composer} name="outcome" rows={2} maxCharacters={300} />
      <Line composer={composer} name="outcomeBy" optional />
      <Radios
        name="prevention"
        legend={t('field.prevention.label')}
        hint={t('field.prevention.hint')}
        value={composer.values.prevention}
        onChange={(event) =>
          composer.set({ prevention: event.target.value as Values['prevention'] })
        }
        choices={PREVENTION.map((value) => ({ value, label: t(`prevention.${value}`) }))}
      />
      <Words composer={composer} name="organisationBenefit" rows={2} maxCharacters={300} optional />
    </>
  )
}
