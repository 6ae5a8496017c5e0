import type { RegisterCandidate } from '@howcanwe/shared/organisations'
import { useTranslation } from 'react-i18next'
import { useSettled } from '../../lib/use-settled.ts'
import { Radios } from '../../ui/index.ts'
import { useCandidates } from './organisations.queries.ts'

const PAUSE_MS = 500
const NONE = 'none'
const LONGEST = 140

/** The first words, cut between two of them. */
const shortened = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/\s+\S*$/, '')} …`

export interface OwnEntryProps {
  placeId: string
  /** What was typed as name, or as number. */
  typed: string
  picked: RegisterCandidate | 'none' | null
  onPick: (entry: RegisterCandidate | 'none') => void
}

/** "Is this you?": entries of the charity register that resemble the name. Draws nothing when there are none. */
export function OwnEntry({ placeId, typed, picked, onPick }: OwnEntryProps) {
  const { t } = useTranslation('organisations')
  const found = useCandidates(placeId, useSettled(typed.trim(), PAUSE_MS))
  const entries = picked && picked !== 'none' ? [picked] : found.filter((entry) => !entry.claimed)
  const claimed = picked && picked !== 'none' ? [] : found.filter((entry) => entry.claimed)
  const hintOf = (entry: RegisterCandidate) => {
    const { district, orgId } = entry
    const number = orgId.replace(/^[A-Z]{2}-[A-Z]+-/, '')
    return (
      <>
        {district
          ? t('register.entry', { district, number })
          : t('register.entryNoDistrict', { number })}
        {entry.activities ? <span className="hcw-line">{shortened(entry.activities)}</span> : null}
        {entry.removed ? <span className="hcw-line">{t('register.removed')}</span> : null}
      </>
    )
  }
  return (
    <>
      <p className="govuk-visually-hidden" role="status">
        {found.length > 0 && !picked ? t('register.found', { count: found.length }) : ''}
        {picked && picked !== 'none' ? t('register.filled') : ''}
      </p>
      {entries.length > 0 ? (
        <Radios
          legend={t('register.isThisYou')}
          hint={t('register.isThisYouHint')}
          name="registerEntryId"
          choices={[
            ...entries.map((entry) => ({
              value: entry.id,
              label: entry.name,
              hint: hintOf(entry),
            })),
            { value: NONE, label: t('register.none'), hint: t('register.noneHint') },
          ]}
          value={picked === null ? '' : picked === 'none' ? NONE : picked.id}
          onChange={async ({ target }) =>
            onPick(entries.find((entry) => entry.id === target.value) ?? 'none')
          }
        />
      ) : null}
      {claimed.map((entry) => (
        <p key={entry.id} className="govuk-body">
          {t('register.claimed', { name: entry.name })}
        </p>
      ))}
      {picked && picked !== 'none' ? (
        <p className="govuk-body hcw-filled">{t('register.filled')}</p>
      ) : null}
    </>
  )
}
