import { useTranslation } from 'react-i18next'
import { Theirs } from '../../lib/meanwhile.tsx'
import { useActing } from '../../lib/session.ts'
import type { Faults } from '../../lib/use-faults.ts'
import type { Writing } from '../../lib/use-writing.ts'
import { Checkboxes, TextArea, TextField } from '../../ui/index.ts'
import { fieldIn, type PartFields } from './writing.ts'

const NS = 'joint-interests'

/** Two ticks that few need: lending no more than a name, which neither whoever convenes nor whoever acts for them can, and a tie (FR-13). */
export function PartTicks({
  form,
  faults,
  convenor,
}: {
  form: Writing<PartFields>
  faults: Faults
  convenor: boolean
}) {
  const { t } = useTranslation(NS)
  const field = fieldIn(form, faults)
  const { lends, conflict } = form.values
  const acting = useActing()
  const names = [
    ...(convenor || (acting && !lends)
      ? []
      : [
          {
            value: 'lends',
            label: t('part.nameOnly'),
            hint: t('part.nameOnlyHint'),
            reveals: (
              <TextArea
                {...field('nameOnly')}
                label={t('part.nameOnlyWhy')}
                rows={2}
                maxCharacters={500}
              />
            ),
          },
        ]),
    {
      value: 'conflict',
      label: t('part.conflict'),
      reveals: <TextField {...field('conflictNote')} label={t('part.conflictNote')} />,
    },
  ]
  return (
    <>
      <Checkboxes
        name="ticks"
        legend={t('part.ticks')}
        value={[...(lends ? ['lends'] : []), ...(conflict ? ['conflict'] : [])]}
        onChange={async ({ target }) =>
          form.put(target.value === 'lends' ? 'lends' : 'conflict', target.checked)
        }
        choices={names}
      />
      {(['lends', 'nameOnly', 'conflict', 'conflictNote'] as const).map((name) => (
        <Theirs key={name} of={form} name={name} ns={NS} />
      ))}
    </>
  )
}
