import type { Grant, OwnGrant } from '@howcanwe/shared/roles'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Tag } from '../../ui/index.ts'

const TONE = { requested: 'caution', granted: 'pine', suspended: 'error', ended: 'quiet' } as const

/** What is known of one role: its state, over what, since and until when, by whom, and what was written. */
export function RoleFacts({ role }: { role: Grant | OwnGrant }) {
  const { t } = useTranslation('roles')
  const { date } = useFormats()
  const { state, over, since, until, endedAt, isOver, grantedBy, words, reason } = role
  const ran = state === 'granted' && isOver
  const lines = [
    over ? t(`over.${over.kind}`, { label: over.label }) : t('over.place'),
    state === 'requested' ? t('asked', { day: date(since) }) : t('since', { day: date(since) }),
    until && state !== 'ended' ? t('until', { day: date(until) }) : undefined,
    endedAt ? t('ended', { day: date(endedAt) }) : undefined,
    grantedBy ? t('by', { name: grantedBy }) : undefined,
  ]
  return (
    <>
      <Tag tone={ran ? 'quiet' : TONE[state]}>{t(ran ? 'state.over' : `state.${state}`)}</Tag>
      <br />
      {lines.filter(Boolean).join(', ')}
      {[words, reason].map((said) =>
        said ? (
          <span key={said}>
            <br />
            <q>{said}</q>
          </span>
        ) : null,
      )}
    </>
  )
}
