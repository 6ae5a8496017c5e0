import type { Suggestion } from '@howcanwe/shared/suggestions'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { type Station, Thread } from '../../ui/index.ts'
import { lastDayOf } from './last-day.ts'

/** Every step of one suggestion: when, what, who. */
export function SaidThread({ one }: { one: Suggestion }) {
  const { t } = useTranslation('suggestions')
  const { date } = useFormats()
  const isOpen = one.dueAt !== null
  const last = one.moves.length - 1
  const stations: Station[] = [
    {
      key: 'said',
      state: isOpen && last < 0 ? 'now' : 'done',
      verb: t('step.said'),
      date: date(one.saidAt),
    },
    ...one.moves.map(
      (move, i): Station => ({
        key: `${i}`,
        state: isOpen && i === last ? 'now' : 'done',
        verb: t(`step.${move.to}`),
        date: date(move.at),
        note: move.named || undefined,
      }),
    ),
    ...(one.dueAt ? [dueStation(one.dueAt)] : []),
    ...(one.marks && one.marks.residents.shown !== 'few'
      ? [{ key: 'marked', state: 'done' as const, verb: t('step.marked') }]
      : []),
  ]
  function dueStation(due: Date): Station {
    const verb = { said: 'hearBy', doing: 'promised' }[one.state as string] ?? 'answerBy'
    return { key: 'due', state: 'to-come', verb: t(`step.${verb}`), date: date(lastDayOf(due)) }
  }
  const at = one.moves.at(-1)?.at ?? one.saidAt
  return (
    <div className="hcw-said__thread">
      <Thread
        stations={stations}
        label={t('step.label', { number: one.number })}
        summary={`${t(`state.${one.state}`)}, ${date(at)}`}
      />
    </div>
  )
}
