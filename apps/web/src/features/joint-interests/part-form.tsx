import { type JointInterest, PART_WORDS } from '@howcanwe/shared/joint-interests'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldErrorsOf, fieldSentence } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { penceOf } from '../../lib/pence.ts'
import { Button, Checkboxes, TextArea, TextField } from '../../ui/index.ts'
import type { JointSteps } from './joint.queries.ts'
import { Refused } from './refused.tsx'

/** One member's own part: four answers and two ticks, under ten minutes (J-12, FR-13). */
export function PartForm({
  joint,
  write,
  onSaved,
}: {
  joint: JointInterest
  write: JointSteps['write']
  onSaved: () => void
}) {
  const { t } = useTranslation(['joint-interests', 'problems'])
  const { money } = useFormats()
  const share = joint.members.find((m) => m.ours)?.share
  const [part, setPart] = useState(share?.part ?? '')
  const [role, setRole] = useState(share?.role ?? '')
  const [hours, setHours] = useState(share?.part ? String(share.hoursPerMonth) : '')
  const [typed, setTyped] = useState(share?.pence ? String(share.pence / 100) : '')
  const [lends, setLends] = useState(share?.nameOnly != null)
  const [nameOnly, setNameOnly] = useState(share?.nameOnly ?? '')
  const [conflict, setConflict] = useState(share?.conflict ?? false)
  const [conflictNote, setConflictNote] = useState(share?.conflictNote ?? '')
  const [unread, setUnread] = useState(false)
  const offered = joint.challenge.offeredPence
  const save = (event: FormEvent) => {
    event.preventDefault()
    const pence = offered === 0 ? 0 : penceOf(typed)
    setUnread(pence === undefined)
    if (pence === undefined) return
    const words = { part, role, conflict, conflictNote: conflict ? conflictNote : '' }
    const own = { hoursPerMonth: Number(hours || 0), pence, nameOnly: lends ? nameOnly : null }
    write.mutate({ ...words, ...own }, { onSuccess: onSaved })
  }
  const errorOf = (name: string) => {
    const error = fieldErrorsOf(write.error).find((e) => e.name === name)
    return error && fieldSentence(t, error, 'joint-interests')
  }
  return (
    <form onSubmit={save} noValidate>
      <TextArea
        name="part"
        label={t('part.part')}
        hint={t('part.partHint')}
        error={errorOf('part')}
        rows={4}
        maxWords={PART_WORDS}
        value={part}
        onChange={({ target }) => setPart(target.value)}
      />
      <TextField
        name="role"
        label={t('part.role')}
        hint={t('part.roleHint')}
        error={errorOf('role')}
        value={role}
        onChange={({ target }) => setRole(target.value)}
      />
      <TextField
        name="hoursPerMonth"
        label={t('part.hours')}
        error={errorOf('hoursPerMonth')}
        width={4}
        inputMode="numeric"
        autoComplete="off"
        value={hours}
        onChange={({ target }) => setHours(target.value.replace(/\D/g, ''))}
      />
      {offered > 0 ? (
        <TextField
          name="pence"
          label={t('part.pence')}
          hint={t('part.penceHint', { sum: money(offered) })}
          error={unread ? t('part.money') : errorOf('pence')}
          width={10}
          inputMode="decimal"
          autoComplete="off"
          prefix={money(0).replace(/[\d.,\s]/g, '')}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      ) : (
        <p className="govuk-body">{t('part.noMoney')}</p>
      )}
      <Checkboxes
        name="ticks"
        legend={t('part.ticks')}
        value={[...(lends ? ['lends'] : []), ...(conflict ? ['conflict'] : [])]}
        onChange={async ({ target }) =>
          target.value === 'lends' ? setLends(target.checked) : setConflict(target.checked)
        }
        choices={[
          ...(joint.mine.convenor
            ? []
            : [
                {
                  value: 'lends',
                  label: t('part.nameOnly'),
                  hint: t('part.nameOnlyHint'),
                  reveals: (
                    <TextArea
                      name="nameOnly"
                      label={t('part.nameOnlyWhy')}
                      error={errorOf('nameOnly')}
                      rows={2}
                      maxCharacters={500}
                      value={nameOnly}
                      onChange={({ target }) => setNameOnly(target.value)}
                    />
                  ),
                },
              ]),
          {
            value: 'conflict',
            label: t('part.conflict'),
            reveals: (
              <TextField
                name="conflictNote"
                label={t('part.conflictNote')}
                value={conflictNote}
                onChange={({ target }) => setConflictNote(target.value)}
              />
            ),
          },
        ]}
      />
      <Refused error={write.error} />
      <Button type="submit" busy={write.isPending}>
        {t('part.save')}
      </Button>
    </form>
  )
}
