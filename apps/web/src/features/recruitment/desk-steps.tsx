import { type RecruitmentDesk, recruitmentContract } from '@howcanwe/shared/recruitment'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { Button, DateField, Details, Notice, TextField } from '../../ui/index.ts'
import { lastOf, morningOf } from './open-draft.ts'

interface StepProps {
  desk: RecruitmentDesk
  onDone: (desk: RecruitmentDesk) => void
}

/** Two people type the figure, each alone; the second draws. */
export function TypeFigure({ desk, onDone }: StepProps) {
  const { t } = useTranslation(['recruitment', 'problems'])
  const call = useCall()
  const [figure, setFigure] = useState('')
  const { group, publicSource } = desk.recruitment
  const type = useMutation({
    mutationFn: () =>
      call(recruitmentContract.draw, {
        params: { groupId: group.id },
        body: { publicValue: figure },
      }),
    onSuccess: onDone,
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        type.mutate()
      }}
    >
      {desk.figureTyped === 'nobody' ? null : (
        <p className="govuk-body">{t(`desk.figure.${desk.figureTyped}`)}</p>
      )}
      <TextField
        name="figure"
        label={t('desk.figure.label')}
        hint={t('desk.figure.hint', { source: publicSource })}
        value={figure}
        onChange={(event) => setFigure(event.target.value)}
        error={type.error ? sentenceOf(t, type.error) : undefined}
        autoComplete="off"
      />
      <Button type="submit" busy={type.isPending}>
        {t('desk.figure.send')}
      </Button>
    </form>
  )
}

/** A person has looked at it. */
export function Confirm({ desk, onDone }: StepProps) {
  const { t } = useTranslation(['recruitment', 'problems'])
  const call = useCall()
  const confirm = useMutation({
    mutationFn: () =>
      call(recruitmentContract.confirm, {
        params: { groupId: desk.recruitment.group.id },
        body: {},
      }),
    onSuccess: onDone,
  })
  return (
    <>
      {confirm.error ? (
        <Notice kind="warning" heading={sentenceOf(t, confirm.error)} focus />
      ) : null}
      <Button busy={confirm.isPending} onClick={() => confirm.mutate()}>
        {t('desk.confirm.button')}
      </Button>
    </>
  )
}

/** More time, so that a lack leads to asking around. */
export function MoveDates({ desk, zone, onDone }: StepProps & { zone: string }) {
  const { t } = useTranslation(['recruitment', 'problems'])
  const call = useCall()
  const [closes, setCloses] = useState('')
  const [known, setKnown] = useState('')
  const [source, setSource] = useState(desk.recruitment.publicSource)
  const move = useMutation({
    mutationFn: () =>
      call(recruitmentContract.moveDates, {
        params: { groupId: desk.recruitment.group.id },
        body: {
          closesAt: lastOf(zone, closes),
          publicSource: source,
          publicAt: morningOf(zone, known),
        },
      }),
    onSuccess: onDone,
  })
  return (
    <Details summary={t('desk.dates.title')}>
      {desk.recruitment.state === 'closed' ? (
        <p className="govuk-body">{t('desk.dates.text')}</p>
      ) : null}
      {move.error ? <Notice kind="warning" heading={sentenceOf(t, move.error)} focus /> : null}
      <DateField
        name="new-closes"
        legend={t('desk.open.closes')}
        value={closes}
        onChange={setCloses}
      />
      <TextField
        name="new-source"
        label={t('desk.open.source')}
        value={source}
        onChange={(event) => setSource(event.target.value)}
      />
      <DateField
        name="new-known"
        legend={t('desk.open.known')}
        hint={t('desk.open.knownHint')}
        value={known}
        onChange={setKnown}
      />
      <Button kind="secondary" busy={move.isPending} onClick={() => move.mutate()}>
        {t('desk.dates.send')}
      </Button>
    </Details>
  )
}
