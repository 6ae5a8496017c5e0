import {
  type Introduction,
  introductionsContract,
  OUTCOMES,
  type Outcome,
} from '@howcanwe/shared/introductions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import {
  Button,
  ButtonGroup,
  Notice,
  NoticeList,
  NoticeListItem,
  Radios,
  SummaryList,
  Tag,
} from '../../ui/index.ts'
import { SpokenForm } from './spoken-form.tsx'

type Side = Introduction['sides'][number]

/** The broker's introductions: who was asked, what they said, what can be done next. */
export function DeskList({
  items,
  onMoved,
}: {
  items: readonly Introduction[]
  onMoved: () => void
}) {
  return (
    <NoticeList>
      {items.map((item) => (
        <One key={item.id} item={item} onMoved={onMoved} />
      ))}
    </NoticeList>
  )
}

function One({ item, onMoved }: { item: Introduction; onMoved: () => void }) {
  const { t } = useTranslation('introductions')
  const format = useFormats()
  const [one, other] = item.sides.map((s) => s.organisation.name)
  return (
    <NoticeListItem
      level={3}
      title={t('desk.pair', { one, other })}
      caption={<Tag tone={TONES[item.state]}>{t(`desk.state.${item.state}`)}</Tag>}
    >
      <SummaryList
        rows={[
          ...item.sides.map((side) => ({
            key: side.turn,
            label: side.organisation.name,
            value: <Said side={side} />,
          })),
          ...(item.challenge
            ? [{ key: 'question', label: t('own.question'), value: item.challenge.question }]
            : []),
          ...(item.endsAt && item.state.startsWith('asked')
            ? [{ key: 'ends', label: t('desk.ends'), value: format.day(item.endsAt) }]
            : []),
          ...(item.outcome
            ? [{ key: 'outcome', label: t('desk.outcome'), value: t(`outcome.${item.outcome}`) }]
            : []),
        ]}
      />
      <Spoken item={item} onMoved={onMoved} />
      <Moves item={item} onMoved={onMoved} />
    </NoticeListItem>
  )
}

/** Whose answer has to be heard and written down. */
function Spoken({ item, onMoved }: { item: Introduction; onMoved: () => void }) {
  const [first, second] = item.sides
  return item.sides.map((side) =>
    side.toWriteDown ? (
      <SpokenForm
        key={side.turn}
        introductionId={item.id}
        side={{ ...side, toWriteDown: side.toWriteDown }}
        other={(side === first ? second : first)?.organisation.name ?? ''}
        onMoved={onMoved}
      />
    ) : null,
  )
}

const TONES = {
  drafted: 'caution',
  'asked-first': 'plain',
  'asked-second': 'plain',
  'both-yes': 'pine',
  met: 'pine',
  done: 'quiet',
  ended: 'quiet',
} as const

const reachOf = ({ name, email, phone }: NonNullable<Side['toTell']>) =>
  [name, phone, email].filter(Boolean).join(', ')

function Said({ side }: { side: Side }) {
  const { t } = useTranslation('introductions')
  const format = useFormats()
  const said = side.answer ?? (side.askedAt ? 'asked' : side.resting ? 'resting' : 'not-asked')
  return (
    <>
      {side.about}
      <br />
      <span className="hcw-soft">
        {t(`desk.said.${said}`, { by: side.answerBy ? format.day(side.answerBy) : '' })}
        {side.byHand ? ` ${t('desk.byHand')}` : ''}
        {side.spoken ? ` ${t('desk.spoken')}` : ''}
        {side.toTell ? ` ${t('desk.toTell', { reach: reachOf(side.toTell) })}` : ''}
        {side.outcome ? ` ${t('desk.theySay', { outcome: t(`outcome.${side.outcome}`) })}` : ''}
      </span>
    </>
  )
}

function Moves({ item, onMoved }: { item: Introduction; onMoved: () => void }) {
  const { t } = useTranslation(['introductions', 'problems'])
  const call = useCall()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>()
  const [outcome, setOutcome] = useState<Outcome>('keep-in-touch')
  const params = { introductionId: item.id }
  const press = async (move: () => Promise<unknown>) => {
    setBusy(true)
    setRefusal(undefined)
    await move().then(onMoved, setRefusal)
    setBusy(false)
  }
  const [first] = item.sides
  return (
    <>
      {refusal ? <Notice kind="warning" heading={sentenceOf(t, refusal)} focus /> : null}
      {item.state === 'drafted' ? (
        <ButtonGroup>
          <Button
            busy={busy}
            onClick={() => press(() => call(introductionsContract.ask, { params, body: {} }))}
          >
            {t('introductions:desk.ask', { first: first?.organisation.name })}
          </Button>
          <Button
            kind="quiet"
            busy={busy}
            onClick={() => press(() => call(introductionsContract.discard, { params }))}
          >
            {t('introductions:desk.discard')}
          </Button>
        </ButtonGroup>
      ) : null}
      {item.state === 'both-yes' || item.state === 'met' ? (
        <>
          <Radios
            name={`outcome-${item.id}`}
            legend={t('introductions:desk.whatCame')}
            value={outcome}
            onChange={(event) => setOutcome(event.target.value as Outcome)}
            choices={OUTCOMES.map((value) => ({
              value,
              label: t(`introductions:outcome.${value}`),
            }))}
          />
          <Button
            kind="secondary"
            busy={busy}
            onClick={() =>
              press(() => call(introductionsContract.conclude, { params, body: { outcome } }))
            }
          >
            {t('introductions:desk.note')}
          </Button>
        </>
      ) : null}
    </>
  )
}
