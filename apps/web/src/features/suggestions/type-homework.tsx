import { LADDER, type Rung } from '@howcanwe/shared/codesign'
import { type InsideSuggestion, MARKS, type Mark } from '@howcanwe/shared/suggestions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useFaults } from '../../lib/use-faults.ts'
import { Button, Checkboxes, ErrorSummary, Notice, Radios, Select } from '../../ui/index.ts'
import { useSuggestions } from './suggestions.queries.ts'
import type { Choosable } from './type-form.tsx'

const SAID_BY = ['phone', 'paper', 'in-person'] as const

interface Typed {
  memberId: string
  marked: Record<string, Mark | ''>
  rung: Rung | ''
  saidBy: (typeof SAID_BY)[number]
  readBack: boolean
}
const EMPTY: Typed = { memberId: '', marked: {}, rung: '', saidBy: 'paper', readBack: false }

const isMark = (value: string): value is Mark => (MARKS as readonly string[]).includes(value)
const isRung = (value: string): value is Rung => (LADDER as readonly string[]).includes(value)

const marksOf = ({ marked }: Typed) =>
  Object.entries(marked).flatMap(([suggestionId, mark]) => (mark ? [{ suggestionId, mark }] : []))

/** What a sheet still lacks, by the names of its fields. */
const missingIn = (typed: Typed) =>
  [
    typed.memberId === '' ? 'sheet-member' : '',
    marksOf(typed).length === 0 && typed.rung === '' ? 'sheet-nothing' : '',
    typed.readBack ? '' : 'sheet-readBack',
  ]
    .filter(Boolean)
    .map((name) => ({ name, code: 'required' }))

export interface TypeHomeworkProps {
  groupId: string
  members: readonly Choosable[]
  items: readonly InsideSuggestion[]
  ladderAsked: boolean
}

/** One person's sheet, typed over in one go. */
export function TypeHomework({ groupId, members, items, ladderAsked }: TypeHomeworkProps) {
  const { t } = useTranslation('suggestions')
  const { typeHomework } = useSuggestions()
  const [typed, setTyped] = useState(EMPTY)
  const [kept, setKept] = useState<Kept>()
  const [busy, setBusy] = useState(false)
  const faults = useFaults('suggestions')
  const first = items[0] ? `sheet-${items[0].number}` : 'sheet-rung'
  const errorOf = (name: string) => faults.of(name === first ? 'sheet-nothing' : name)
  const set = (more: Partial<Typed>) => setTyped((known) => ({ ...known, ...more }))
  const send = async () => {
    setKept(undefined)
    if (!faults.check(z.unknown(), typed, missingIn(typed))) return
    setBusy(true)
    try {
      const { memberId, saidBy, rung } = typed
      const body = { memberId, marks: marksOf(typed), rung: rung || null, saidBy }
      const counts = await typeHomework(groupId, { ...body, readBack: true })
      const who = members.find(({ value }) => value === memberId)?.label ?? ''
      setKept({ ...counts, who })
      setTyped({ ...EMPTY, saidBy })
    } catch (error) {
      faults.refuse(error)
    }
    setBusy(false)
  }
  return (
    <>
      <p className="govuk-body">{t('sheet.hint')}</p>
      {kept ? <KeptNotice kept={kept} /> : null}
      <ErrorSummary
        errors={faults.summary.map((one) =>
          'name' in one && one.name === 'sheet-nothing' ? { ...one, name: first } : one,
        )}
      />
      <Select
        name="sheet-member"
        label={t('sheet.member')}
        error={faults.of('sheet-member')}
        value={typed.memberId}
        onChange={({ target }) => set({ memberId: target.value })}
        options={[{ value: '', label: t('type.choose') }, ...members]}
      />
      <Radios
        name="sheet-saidBy"
        legend={t('type.saidBy')}
        value={typed.saidBy}
        onChange={({ target }) => set({ saidBy: target.value as Typed['saidBy'] })}
        choices={SAID_BY.map((value) => ({ value, label: t(`type.saidByOf.${value}`) }))}
      />
      <Marks items={items} typed={typed} set={set} errorOf={errorOf} />
      {ladderAsked ? (
        <Select
          name="sheet-rung"
          label={t('sheet.rung')}
          error={errorOf('sheet-rung')}
          value={typed.rung}
          onChange={({ target: { value } }) => set({ rung: isRung(value) ? value : '' })}
          options={[
            { value: '', label: t('sheet.rungNone') },
            // In the order of the sheet of paper.
            ...[...LADDER].reverse().map((value) => ({ value, label: t(`ladder.${value}`) })),
          ]}
        />
      ) : null}
      <Checkboxes
        name="sheet-readBack"
        legend={t('type.readBack')}
        error={faults.of('sheet-readBack')}
        choices={[{ value: 'yes', label: t('sheet.readBackYes') }]}
        value={typed.readBack ? ['yes'] : []}
        onChange={({ target }) => set({ readBack: target.checked })}
      />
      <Button busy={busy} onClick={() => void send()}>
        {t('sheet.send')}
      </Button>
    </>
  )
}

interface MarksProps {
  items: readonly InsideSuggestion[]
  typed: Typed
  set: (more: Partial<Typed>) => void
  errorOf: (name: string) => string | undefined
}

function Marks({ items, typed, set, errorOf }: MarksProps) {
  const { t } = useTranslation('suggestions')
  return items.map((one) => (
    <Select
      key={one.id}
      name={`sheet-${one.number}`}
      label={`${one.number}. ${one.text}`}
      error={errorOf(`sheet-${one.number}`)}
      value={typed.marked[one.id] ?? ''}
      onChange={({ target: { value } }) =>
        set({ marked: { ...typed.marked, [one.id]: isMark(value) ? value : '' } })
      }
      options={[
        { value: '', label: t('sheet.none') },
        ...MARKS.map((value) => ({ value, label: t(`marks.${value}`) })),
      ]}
    />
  ))
}

interface Kept {
  typed: number
  ownStand: number
  who: string
}

/** How much of the sheet is kept, and what its person had marked themselves, which stands. */
function KeptNotice({ kept: { typed, ownStand, who } }: { kept: Kept }) {
  const { t } = useTranslation('suggestions')
  return (
    <Notice kind="success" heading={t('sheet.keptFor', { who })} focus>
      <p className="govuk-body">
        {t('sheet.kept', { count: typed })}{' '}
        {ownStand > 0 ? t('sheet.own', { count: ownStand }) : null}
      </p>
    </Notice>
  )
}
