import type { JointInterest } from '@howcanwe/shared/joint-interests'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Button, ButtonGroup, Notice } from '../../ui/index.ts'
import { ChoosePartners, type Invited, lacksWhy } from './choose-partners.tsx'
import { type JointSteps, useJointSteps } from './joint.queries.ts'
import { Leaving } from './leaving.tsx'
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
      <Sending joint={joint} steps={steps} />
      <Section title={t('joint-interests:part.title')}>
        <OwnPart joint={joint} steps={steps} />
      </Section>
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
        {joint.can.convene && joint.state === 'forming' ? (
          <AskOneMore joint={joint} steps={steps} />
        ) : null}
      </Section>
      <Agreeing joint={joint} steps={steps} />
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

function OwnPart({ joint, steps }: Props) {
  const { t } = useTranslation('joint-interests')
  const written = joint.members.some((m) => m.ours && m.share?.part)
  const [open, setOpen] = useState(!written && joint.can.write)
  if (open) return <PartForm joint={joint} write={steps.write} onSaved={() => setOpen(false)} />
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

/** Where it stands: what is missing, or that it is sent; the convenor sends it from here. */
function Sending({ joint, steps }: Props) {
  const { t } = useTranslation('joint-interests')
  const { moment } = useFormats()
  const { send } = steps
  const newer = joint.sent !== null && joint.sent.termsVersion !== joint.termsVersion
  return (
    <Section title={t('send.title')}>
      {joint.sent ? (
        <Notice kind="success" heading={t('send.sent', { when: moment(joint.sent.at) })}>
          {newer ? <p className="govuk-body">{t('send.newer')}</p> : null}
        </Notice>
      ) : null}
      {joint.missing.length > 0 ? (
        <>
          <p className="govuk-body">{t('send.missing')}</p>
          <ul className="govuk-list govuk-list--bullet">
            {joint.missing.map((one) => (
              <li key={one}>{t(`missing.${one}`)}</li>
            ))}
          </ul>
        </>
      ) : joint.sent && !newer ? null : (
        <p className="govuk-body">{t('send.ready')}</p>
      )}
      <Refused error={send.error} />
      {joint.can.send ? (
        <Button onClick={() => send.mutate()} busy={send.isPending}>
          {t(joint.sent ? 'send.again' : 'send.go')}
        </Button>
      ) : null}
    </Section>
  )
}

function AskOneMore({ joint, steps }: Props) {
  const { t } = useTranslation('joint-interests')
  const [chosen, setChosen] = useState<Invited[]>([])
  const { invite } = steps
  const [one] = chosen
  return (
    <>
      <h3 className="govuk-heading-s">{t('more.title')}</h3>
      <ChoosePartners
        challengeId={joint.challenge.id}
        chosen={chosen}
        onChange={setChosen}
        most={1}
      />
      <Refused error={invite.error} />
      {one ? (
        <Button
          busy={invite.isPending}
          disabled={lacksWhy(one)}
          onClick={() =>
            invite.mutate(
              { organisationId: one.id, why: one.why },
              { onSuccess: () => setChosen([]) },
            )
          }
        >
          {t('start.go')}
        </Button>
      ) : null}
    </>
  )
}
