import { LADDER, type Rung } from '@howcanwe/shared/codesign'
import { type InsideSuggestion, MARKS, type Mark } from '@howcanwe/shared/suggestions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkboxes, Radios, Select } from '../../ui/index.ts'
import { Press } from './press.tsx'
import { useSuggestions } from './suggestions.queries.ts'
import type { Choosable } from './type-form.tsx'

const SAID_BY = ['phone', 'paper', 'in-person'] as const
type SaidBy = (typeof SAID_BY)[number]
type Marked = Record<string, Mark | ''>

const isMark = (value: string): value is Mark => (MARKS as readonly string[]).includes(value)
const isRung = (value: string): value is Rung => (LADDER as readonly string[]).includes(value)

/** One person's sheet, typed over in one go. */
export function TypeHomework({
  groupId,
  members,
  items,
  ladderAsked,
}: {
  groupId: string
  members: readonly Choosable[]
  items: readonly InsideSuggestion[]
  ladderAsked: boolean
}) {
  const { t } = useTranslation('suggestions')
  const { typeHomework } = useSuggestions()
  const [memberId, setMember] = useState('')
  const [marked, setMarked] = useState<Marked>({})
  const [rung, setRung] = useState<Rung | ''>('')
  const [saidBy, setSaidBy] = useState<SaidBy>('paper')
  const [readBack, setReadBack] = useState(false)
  const [kept, setKept] = useState<{ typed: number; ownStand: number }>()
  const send = async () => {
    const marks = Object.entries(marked).flatMap(([suggestionId, mark]) =>
      mark ? [{ suggestionId, mark }] : [],
    )
    setKept(
      await typeHomework(groupId, { memberId, marks, rung: rung || null, saidBy, readBack: true }),
    )
    setMarked({})
    setRung('')
    setMember('')
    setReadBack(false)
  }
  return (
    <>
      <p className="govuk-body">{t('sheet.hint')}</p>
      <Select
        name="sheet-member"
        label={t('sheet.member')}
        value={memberId}
        onChange={({ target }) => setMember(target.value)}
        options={[{ value: '', label: t('type.choose') }, ...members]}
      />
      <Radios
        name="sheet-saidBy"
        legend={t('type.saidBy')}
        value={saidBy}
        onChange={async ({ target }) => setSaidBy(target.value as SaidBy)}
        choices={SAID_BY.map((value) => ({ value, label: t(`type.saidByOf.${value}`) }))}
      />
      {items.map((one) => (
        <Select
          key={one.id}
          name={`sheet-${one.number}`}
          label={`${one.number}. ${one.text}`}
          value={marked[one.id] ?? ''}
          onChange={({ target: { value } }) =>
            setMarked({ ...marked, [one.id]: isMark(value) ? value : '' })
          }
          options={[
            { value: '', label: t('sheet.none') },
            ...MARKS.map((value) => ({ value, label: t(`marks.${value}`) })),
          ]}
        />
      ))}
      {ladderAsked ? (
        <Select
          name="sheet-rung"
          label={t('sheet.rung')}
          value={rung}
          onChange={({ target: { value } }) => setRung(isRung(value) ? value : '')}
          options={[
            { value: '', label: t('sheet.rungNone') },
            ...LADDER.map((value) => ({ value, label: t(`ladder.${value}`) })),
          ]}
        />
      ) : null}
      <Checkboxes
        name="sheet-readBack"
        legend={t('type.readBack')}
        choices={[{ value: 'yes', label: t('sheet.readBackYes') }]}
        value={readBack ? ['yes'] : []}
        onChange={async ({ target }) => setReadBack(target.checked)}
      />
      {memberId && readBack ? (
        <Press kind="primary" onPress={send}>
          {t('sheet.send')}
        </Press>
      ) : null}
      <p className="govuk-body" role="status">
        {kept ? t('sheet.kept', { count: kept.typed }) : null}{' '}
        {kept?.ownStand ? t('sheet.own', { count: kept.ownStand }) : null}
      </p>
    </>
  )
}
