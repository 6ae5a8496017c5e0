import {
  type JointInterest,
  jointInterestsContract,
  PART_WORDS,
} from '@howcanwe/shared/joint-interests'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { FoundHere, KeptHere, Theirs } from '../../lib/meanwhile.tsx'
import { penceOf } from '../../lib/pence.ts'
import { type Faults, useFaults } from '../../lib/use-faults.ts'
import { useWriting, type Writing } from '../../lib/use-writing.ts'
import { Button, ErrorSummary, TextArea, TextField } from '../../ui/index.ts'
import type { JointSteps } from './joint.queries.ts'
import { PartTicks } from './part-ticks.tsx'
import { fieldIn, type PartFields, partOf } from './writing.ts'

const NS = 'joint-interests'

/** What is sent, and what is wrong before anything is: hours and money are said, not left out by accident (FR-13). */
function bodyOf({ hoursPerMonth, pence, lends, nameOnly, ...words }: PartFields, offered: number) {
  const sum = offered === 0 ? 0 : penceOf(pence)
  const empty = (name: string, typed: string) =>
    typed === '' && !lends ? [{ name, code: 'required' }] : []
  return {
    body: {
      ...words,
      conflictNote: words.conflict ? words.conflictNote : '',
      hoursPerMonth: Number(hoursPerMonth || 0),
      pence: sum ?? 0,
      nameOnly: lends ? nameOnly : null,
    },
    faults: [
      ...empty('hoursPerMonth', hoursPerMonth),
      ...(sum === undefined ? [{ name: 'pence', code: 'money' }] : []),
      ...(offered > 0 ? empty('pence', pence) : []),
    ],
  }
}

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
  const { t } = useTranslation([NS, 'problems'])
  const { organisationId } = joint.mine
  const form = useWriting(`part:${joint.id}:${organisationId}`, partOf(joint))
  const faults = useFaults(NS)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const { body, faults: more } = bodyOf(form.values, joint.challenge.offeredPence)
    const whole = { organisationId, ...body }
    if (!faults.check(jointInterestsContract.writePart.body, whole, more)) return
    write.mutate(body, {
      onError: faults.refuse,
      onSuccess: () => {
        form.drop()
        onSaved()
      },
    })
  }
  return (
    <form onSubmit={save} noValidate>
      <ErrorSummary errors={faults.summary} />
      <FoundHere of={form} ns={NS} />
      <Words joint={joint} form={form} faults={faults} />
      <PartTicks form={form} faults={faults} convenor={joint.mine.convenor} />
      <KeptHere of={form} ns={NS} />
      <Button type="submit" busy={write.isPending}>
        {t('part.save')}
      </Button>
    </form>
  )
}

interface WordsProps {
  joint: JointInterest
  form: Writing<PartFields>
  faults: Faults
}

function Words({ joint, form, faults }: WordsProps) {
  const { t } = useTranslation(NS)
  const { money } = useFormats()
  const field = fieldIn(form, faults)
  const offered = joint.challenge.offeredPence
  const number = { inputMode: 'numeric', autoComplete: 'off', width: 4 } as const
  const sum = { inputMode: 'decimal', autoComplete: 'off', width: 10 } as const
  return (
    <>
      <TextArea
        {...field('part')}
        label={t('part.part')}
        hint={t('part.partHint')}
        rows={4}
        maxWords={PART_WORDS}
      />
      <Theirs of={form} name="part" ns={NS} />
      <TextField {...field('role')} label={t('part.role')} hint={t('part.roleHint')} />
      <Theirs of={form} name="role" ns={NS} />
      <TextField {...field('hoursPerMonth')} {...number} label={t('part.hours')} />
      <Theirs of={form} name="hoursPerMonth" ns={NS} />
      {offered > 0 ? (
        <>
          <TextField
            {...field('pence')}
            {...sum}
            label={t('part.pence')}
            hint={t('part.penceHint', { sum: money(offered) })}
            prefix={money(0).replace(/[\d.,\s]/g, '')}
          />
          <Theirs of={form} name="pence" ns={NS} />
        </>
      ) : (
        <p className="govuk-body">{t('part.noMoney')}</p>
      )}
    </>
  )
}
