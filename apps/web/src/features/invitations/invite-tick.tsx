import { useTranslation } from 'react-i18next'
import { fieldId, type SummaryError, TextArea } from '../../ui/index.ts'
import { tickName, whyName } from './refusals.ts'
import type { Ticked, TickedList } from './use-ticked.ts'

export interface InviteTickProps {
  /** Whom; `why` is what to suggest. */
  candidate: Ticked
  list: TickedList
  errors: readonly SummaryError[]
}

/** A tick to invite somebody; it opens the words they will read, ready to be changed. */
export function InviteTick({ candidate, list, errors }: InviteTickProps) {
  const { t } = useTranslation('invitations')
  const { id, name } = candidate
  const ticked = list.of(id)
  const tick = fieldId(tickName(id))
  const errorOf = (field: string) => errors.find((e) => e.name === field)?.message
  const refused = errorOf(tickName(id))
  return (
    <div className={`govuk-form-group hcw-tick${refused ? ' govuk-form-group--error' : ''}`}>
      {refused ? (
        <p id={`${tick}-error`} className="govuk-error-message">
          {refused}
        </p>
      ) : null}
      <div className="govuk-checkboxes">
        <div className="govuk-checkboxes__item">
          <input
            type="checkbox"
            id={tick}
            className="govuk-checkboxes__input"
            checked={ticked !== undefined}
            onChange={() => list.toggle(candidate)}
            aria-expanded={ticked !== undefined}
            aria-describedby={refused ? `${tick}-error` : undefined}
          />
          <label className="govuk-label govuk-checkboxes__label" htmlFor={tick}>
            {t('tick', { name })}
          </label>
        </div>
        {ticked ? (
          <div className="govuk-checkboxes__conditional">
            <TextArea
              name={whyName(id)}
              label={t('why')}
              hint={t('whyHint')}
              seenBy={t('whySeenBy')}
              error={errorOf(whyName(id))}
              rows={3}
              maxCharacters={500}
              value={ticked.why}
              onChange={({ target }) => list.write(id, target.value)}
            />
          </div>
        ) : null}
      </div>
    </div>
  )
}
