import { type InsideSuggestion, MARKS } from '@howcanwe/shared/suggestions'
import { useTranslation } from 'react-i18next'
import { Press } from './press.tsx'
import { useSuggestions } from './suggestions.queries.ts'

/** Three buttons, one press: is it done well enough for you? */
export function MarkOne({ one }: { one: InsideSuggestion }) {
  const { t } = useTranslation('suggestions')
  const { mark } = useSuggestions()
  const about = t('answer.about', { number: one.number })
  return (
    <fieldset className="hcw-mark-one">
      <legend>{t('inside.myMark')}</legend>
      <div className="hcw-mark-one__choices">
        {MARKS.map((value) => (
          <Press
            key={value}
            kind={one.myMark === value ? 'primary' : 'secondary'}
            pressed={one.myMark === value}
            about={about}
            onPress={() => mark(one.id, value)}
          >
            {t(`marks.${value}`)}
          </Press>
        ))}
      </div>
      <p className="govuk-hint" role="status">
        {one.myMark ? t('inside.marked', { mark: t(`marks.${one.myMark}`) }) : t('inside.markHint')}
      </p>
    </fieldset>
  )
}
