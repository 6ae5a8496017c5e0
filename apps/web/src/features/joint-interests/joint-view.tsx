import type { JointInterest } from '@howcanwe/shared/joint-interests'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonGroup } from '../../ui/index.ts'
import { AskOneMore } from './ask-one-more.tsx'
import { type JointSteps, useJointSteps } from './joint.queries.ts'
import { Leaving } from './leaving.tsx'
import { NextStep } from './next-step.tsx'
import { PartForm } from './part-form.tsx'
import { Refused } from './refused.tsx'
import { Members, Said } from './terms.tsx'
import { TermsForm } from './terms-form.tsx'

interface Props {
  joint: JointInterest
  steps: JointSteps
}

/** One answer together, step by step: yes, own part, what all say, agree, send. */
export function JointView({
  joint,
  onLeft,
}: {
  joint: JointInterest
  onLeft: (challengeSlug: string) => void
}) {
  const { t } = useTranslation(['joint-interests', 'organisations'])
  const steps = useJointSteps(joint)
  if (joint.mine.state === 'invited') return <Asked joint={joint} steps={steps} />
  return (
    <>
      <NextStep joint={joint} steps={steps} />
      <OwnPart joint={joint} steps={steps} />
      <Section title={t('joint-interests:terms.title')}>
        <Together joint={joint} steps={steps} />
      </Section>
      <Section title={t('joint-interests:page.who')}>
        <Members joint={joint} />
        {joint.countsAs ? (
          <p className="govuk-body">
            {t('joint-interests:page.counts', {
              band: t(`organisations:bands.${joint.countsAs}`),
            })}
          </p>
        ) : null}
      </Section>
      <Agreeing joint={joint} steps={steps} />
      {joint.can.convene && joint.state === 'forming' ? (
        <AskOneMore joint={joint} steps={steps} />
      ) : null}
      <Leaving joint={joint} steps={steps} onLeft={onLeft} />
    </>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="govuk-heading-m">{title}</h2>
      {children}
    </section>
  )
}

/** Somebody is asked: why, with whom, and yes or no. */
function Asked({ joint, steps }: Props) {
  const { t } = useTranslation('joint-interests')
  const { answer } = steps
  return (
    <>
      <p className="govuk-body">{t('invite.lead')}</p>
      {joint.mine.why ? (
        <Section title={t('page.why')}>
          <p className="govuk-body">{joint.mine.why}</p>
        </Section>
      ) : null}
      <Section title={t('page.who')}>
        <Members joint={joint} />
      </Section>
      <Section title={t('terms.title')}>
        <Said joint={joint} />
      </Section>
      <Refused error={answer.error} />
      {joint.can.answer ? (
        <ButtonGroup>
          <Button onClick={() => answer.mutate(true)} busy={answer.isPending}>
            {t('invite.yes')}
          </Button>
          <Button kind="secondary" onClick={() => answer.mutate(false)}>
            {t('invite.no')}
          </Button>
        </ButtonGroup>
      ) : null}
    </>
  )
}

/** Open at once for whoever has not written theirs; afterwards a button. */
function OwnPart({ joint, steps }: Props) {
  const { t } = useTranslation('joint-interests')
  const written = joint.members.some((m) => m.ours && m.share?.part)
  const [open, setOpen] = useState(!written && joint.can.write)
  if (open)
    return (
      <Section title={t('part.title')}>
        <PartForm joint={joint} write={steps.write} onSaved={() => setOpen(false)} />
      </Section>
    )
  return (
    <>
      {steps.write.isSuccess ? (
        <p className="govuk-body" role="status">
          {t('part.saved')}
        </p>
      ) : null}
      {joint.can.write ? (
        <Button kind="secondary" onClick={() => setOpen(true)}>
          {t(written ? 'part.change' : 'part.write')}
        </Button>
      ) : null}
    </>
  )
}

function Together({ joint, steps }: Props) {
  const { t } = useTranslation('joint-interests')
  const [open, setOpen] = useState(false)
  if (open) return <TermsForm joint={joint} terms={steps.terms} onSaved={() => setOpen(false)} />
  return (
    <>
      <Said joint={joint} />
      {joint.can.convene ? (
        <Button kind="secondary" onClick={() => setOpen(true)}>
          {t('terms.change')}
        </Button>
      ) : null}
    </>
  )
}

function Agreeing({ joint, steps }: Props) {
  const { t } = useTranslation('joint-interests')
  const mine = joint.members.find((m) => m.ours)
  const { agree } = steps
  if (!joint.can.write) return null
  return (
    <Section title={t('agree.title')}>
      {mine?.agreed ? (
        <p className="govuk-body">{t('agree.done')}</p>
      ) : (
        <>
          <p className="govuk-body">{t('agree.text')}</p>
          <Refused error={agree.error} />
          {mine?.share?.part ? (
            <Button onClick={() => agree.mutate()} busy={agree.isPending}>
              {t('agree.go')}
            </Button>
          ) : (
            <p className="govuk-body">{t('agree.first')}</p>
          )}
        </>
      )}
    </Section>
  )
}
