import type { GroupPay } from '@howcanwe/shared/payments'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { useSchemaForm } from '../../lib/form.ts'
import { useFormats } from '../../lib/format.ts'
import {
  Button,
  Checkboxes,
  Details,
  ErrorSummary,
  Radios,
  Select,
  TextField,
} from '../../ui/index.ts'
import type { HoursActs } from './hours.queries.ts'

const SAID = ['phone', 'paper', 'in-person'] as const
const typed = z.string().check(z.regex(/^\d{1,3}$/))
const schema = z.object({
  memberId: z.uuid(),
  sessionId: z.uuid(),
  minutes: typed,
  preparation: typed,
  words: z.string(),
  saidBy: z.enum(SAID),
  readBack: z.array(z.string()).check(z.minLength(1)),
})

interface SpokenHoursProps {
  people: GroupPay['claims']['people']
  sessions: readonly { id: string; startsAt: Date | string }[]
  askFor: HoursActs['askFor']
  onSaved: () => void
}

/** Hours that are not right, said on the telephone, on paper or face to face, read back and written down (PE3). */
export function SpokenHours({ people, sessions, askFor, onSaved }: SpokenHoursProps) {
  const { t } = useTranslation('payments')
  const { shortDate } = useFormats()
  const f = useSchemaForm({
    schema,
    ns: 'payments',
    defaultValues: {
      ...{ memberId: '', sessionId: '', minutes: '', preparation: '', words: '' },
      readBack: [],
    },
  })
  const send = f.handleSubmit(({ minutes, preparation, readBack: _, ...said }) => {
    const times = { minutes: Number(minutes), preparationMinutes: Number(preparation) }
    return askFor.mutateAsync({ ...said, ...times, readBack: true }).then(() => {
      f.reset()
      onSaved()
    }, f.refuse)
  })
  if (people.length === 0 || sessions.length === 0) return null
  return (
    <Details summary={t('hoursDesk.spoken')}>
      <form noValidate onSubmit={send}>
        <ErrorSummary errors={f.summary} />
        <Select
          {...f.register('memberId')}
          id="hours-member"
          label={t('group.claimWho')}
          error={f.errorOf('memberId')}
          placeholder={t('errors.memberId.required')}
          options={people.map(({ id, firstName, reference }) => ({
            value: id,
            label: `${firstName} (${reference})`,
          }))}
        />
        <Select
          {...f.register('sessionId')}
          id="hours-session"
          label={t('hours.which')}
          error={f.errorOf('sessionId')}
          placeholder={t('errors.sessionId.required')}
          options={sessions.map(({ id, startsAt }) => ({ value: id, label: shortDate(startsAt) }))}
        />
        <div className="hcw-side-by-side">
          <TextField
            {...f.register('minutes')}
            id="hours-minutes"
            label={t('group.minutes')}
            error={f.errorOf('minutes')}
            inputMode="numeric"
            width={3}
          />
          <TextField
            {...f.register('preparation')}
            id="hours-preparation"
            label={t('group.preparation')}
            error={f.errorOf('preparation')}
            inputMode="numeric"
            width={3}
          />
        </div>
        <TextField
          {...f.register('words')}
          id="hours-words"
          label={t('claim.words')}
          error={f.errorOf('words')}
          maxLength={300}
          optional
        />
        <Radios
          {...f.register('saidBy')}
          id="hours-said"
          legend={t('group.saidBy')}
          error={f.errorOf('saidBy')}
          choices={SAID.map((value) => ({ value, label: t(`group.said.${value}`) }))}
        />
        <Checkboxes
          {...f.register('readBack')}
          id="hours-read-back"
          legend={t('group.readBack')}
          error={f.errorOf('readBack')}
          choices={[{ value: 'yes', label: t('group.readBackYes') }]}
        />
        <Button type="submit" kind="secondary" busy={askFor.isPending}>
          {t('group.writeDown')}
        </Button>
      </form>
    </Details>
  )
}
