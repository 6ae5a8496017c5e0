import { type JointInterest, jointInterestsContract } from '@howcanwe/shared/joint-interests'
import type { ChangeEvent, FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { FoundHere, KeptHere, Theirs } from '../../lib/meanwhile.tsx'
import { useFaults } from '../../lib/use-faults.ts'
import { useWriting } from '../../lib/use-writing.ts'
import { Button, ErrorSummary, TextArea } from '../../ui/index.ts'
import type { JointSteps } from './joint.queries.ts'
import { termsOf } from './writing.ts'

const NS = 'joint-interests'
const PARTS = [
  { name: 'purpose', rows: 5, maxWords: 250, optional: false },
  { name: 'needNote', rows: 2, maxCharacters: 800, optional: true },
  { name: 'rules', rows: 3, maxCharacters: 1500, optional: true },
] as const

/** The convenor writes what all say; whoever had agreed looks again afterwards. */
export function TermsForm({
  joint,
  terms,
  onSaved,
}: {
  joint: JointInterest
  terms: JointSteps['terms']
  onSaved: () => void
}) {
  const { t } = useTranslation([NS, 'problems'])
  const form = useWriting(`terms:${joint.id}`, termsOf(joint))
  const faults = useFaults(NS)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const { fromWhen, need } = joint
    const body = { ...form.values, fromWhen, need }
    if (!faults.check(jointInterestsContract.writeTerms.body, body)) return
    terms.mutate(body, {
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
      {PARTS.map(({ name, ...area }) => (
        <div key={name}>
          <TextArea
            {...area}
            name={name}
            label={t(`terms.${name === 'needNote' ? 'need' : name}`)}
            error={faults.of(name)}
            value={form.values[name]}
            onChange={({ target }: ChangeEvent<HTMLTextAreaElement>) =>
              form.put(name, target.value)
            }
          />
          <Theirs of={form} name={name} ns={NS} />
        </div>
      ))}
      <p className="govuk-hint">{t('terms.again')}</p>
      <KeptHere of={form} ns={NS} />
      <Button type="submit" busy={terms.isPending}>
        {t('terms.save')}
      </Button>
    </form>
  )
}
