import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Button, Details } from '../../ui/index.ts'
import type { Suggested } from './matching.queries.ts'
import type { Deciding } from './use-deciding.ts'

/** Those a broker folded away, each with why; every one can come back. */
export function FoldedList({
  folded,
  deciding,
}: {
  folded: readonly Suggested[]
  deciding: Deciding
}) {
  const { t } = useTranslation(['matching', 'problems'])
  const { date } = useFormats()
  const [refused, setRefused] = useState<unknown>(null)
  if (folded.length === 0) return null
  return (
    <Details summary={t('folded.title', { count: folded.length })}>
      <p className="govuk-body">{t('folded.text')}</p>
      {refused ? (
        <p className="govuk-error-message" role="alert">
          {sentenceOf(t, refused)}
        </p>
      ) : null}
      <ul className="govuk-list" aria-label={t('folded.list')}>
        {folded.map((match) => (
          <li key={match.id}>
            <strong>{match.name}</strong>, {match.standing ? date(match.standing.at) : ''}:{' '}
            {match.standing?.reason}{' '}
            <Button
              kind="quiet"
              busy={deciding.busy}
              onClick={() => deciding.say(match, 'taken-back').catch(setRefused)}
            >
              {t('folded.back')}
              <span className="govuk-visually-hidden">: {match.name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Details>
  )
}
