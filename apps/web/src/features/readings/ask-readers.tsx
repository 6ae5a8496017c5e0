import type { ReadingAsks, SuggestedGroup } from '@howcanwe/shared/readings'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Button, Checkboxes, Details, ErrorSummary, fieldId, Notice } from '../../ui/index.ts'
import { useAsk, useAskBrokers, useAsks } from './asks.queries.ts'

const NAME = 'organisationIds'
const AT_FIRST = 6

/** Small groups to ask by email, those asked least first, and residents through the broker (CH5, J-04). */
export function AskReaders({ challengeId }: { challengeId: string }) {
  return (
    <Loaded query={useAsks(challengeId)} lines={4}>
      {(desk) =>
        desk.open ? (
          <>
            <Groups challengeId={challengeId} desk={desk} />
            <Residents challengeId={challengeId} desk={desk} />
          </>
        ) : null
      }
    </Loaded>
  )
}

interface PartProps {
  challengeId: string
  desk: ReadingAsks
}

function Groups({ challengeId, desk }: PartProps) {
  const { t } = useTranslation(['readings', 'problems'])
  const ask = useAsk(challengeId)
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [said, setSaid] = useState<string>()
  const chosen = desk.suggested.filter(({ id }) => ticked.includes(id)).map(({ id }) => id)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (chosen.length === 0) return setSaid(t('ask.required'))
    if (chosen.length > desk.left) return setSaid(t('ask.tooMany', { count: desk.left }))
    setSaid(undefined)
    ask.mutate(chosen, { onSuccess: () => setTicked([]) })
  }
  const wrong = said ?? (ask.error ? sentenceOf(t, ask.error) : undefined)
  return (
    <>
      <h3 className="govuk-heading-s">{t('ask.title')}</h3>
      {ask.isSuccess ? (
        <Notice key={desk.asked.length} kind="success" heading={t('ask.done')} focus />
      ) : null}
      <Asked desk={desk} />
      {desk.left === 0 || desk.suggested.length === 0 ? (
        <p className="govuk-body">{t(desk.left === 0 ? 'ask.full' : 'ask.none')}</p>
      ) : (
        <form noValidate onSubmit={send}>
          <p className="govuk-body">{t('ask.lead', { minutes: desk.minutes })}</p>
          <ErrorSummary errors={wrong ? [{ name: NAME, message: wrong }] : []} />
          <Choices
            desk={desk}
            ticked={ticked}
            wrong={wrong}
            onTick={(id, on) =>
              setTicked((all) => all.filter((x) => x !== id).concat(on ? id : []))
            }
          />
          <Button type="submit" kind="secondary" busy={ask.isPending}>
            {t('ask.send')}
          </Button>
        </form>
      )}
      {desk.byPhone > 0 ? (
        <p className="govuk-body">{t('ask.byPhone', { count: desk.byPhone })}</p>
      ) : null}
    </>
  )
}

interface ChoicesProps {
  desk: ReadingAsks
  ticked: readonly string[]
  wrong: string | undefined
  onTick: (id: string, on: boolean) => void
}

/** The first few, and the others on request: nobody scrolls past two dozen boxes to find the button. */
function Choices({ desk, ticked, wrong, onTick }: ChoicesProps) {
  const { t } = useTranslation('readings')
  const [all, setAll] = useState(false)
  useEffect(() => {
    if (all) document.getElementById(`${fieldId(NAME)}-${AT_FIRST + 1}`)?.focus()
  }, [all])
  const shown = desk.suggested.slice(0, all ? undefined : AT_FIRST)
  const hidden = desk.suggested.length - shown.length
  const hint = ({ near, askedBefore }: SuggestedGroup) => {
    const asked = askedBefore === 0 ? t('ask.never') : t('ask.before', { count: askedBefore })
    return near ? t('ask.near', { asked }) : asked
  }
  return (
    <>
      <Checkboxes
        name={NAME}
        legend={t('ask.label')}
        hint={`${t('ask.hint')} ${t('ask.left', { count: desk.left })}`}
        error={wrong}
        value={ticked}
        onChange={({ target }) => {
          const { value, checked } = target as HTMLInputElement
          onTick(value, checked)
        }}
        choices={shown.map((one) => ({ value: one.id, label: one.name, hint: hint(one) }))}
      />
      {hidden > 0 ? (
        <p className="govuk-body">
          <Button kind="quiet" onClick={() => setAll(true)}>
            {t('ask.more', { count: hidden })}
          </Button>
        </p>
      ) : null}
    </>
  )
}

function Asked({ desk }: { desk: ReadingAsks }) {
  const { t } = useTranslation('readings')
  const { date } = useFormats()
  if (desk.asked.length === 0) return null
  return (
    <Details summary={t('ask.asked', { count: desk.asked.length })}>
      <ul className="govuk-list">
        {desk.asked.map(({ name, on }) => (
          <li key={name}>{t('ask.askedOn', { name, on: date(on) })}</li>
        ))}
      </ul>
    </Details>
  )
}

function Residents({ challengeId, desk }: PartProps) {
  const { t } = useTranslation(['readings', 'problems'])
  const { day } = useFormats()
  const ask = useAskBrokers(challengeId)
  const on = desk.residentsOn
  if (!on && !desk.can.askBrokers) return null
  return (
    <>
      <h3 className="govuk-heading-s">{t('ask.residentsTitle')}</h3>
      {ask.error ? <Notice kind="warning" focus heading={sentenceOf(t, ask.error)} /> : null}
      <p className="govuk-body" aria-live="polite">
        {on ? t('ask.residentsOn', { on: day(on) }) : t('ask.residents')}
      </p>
      {on ? null : (
        <Button kind="secondary" busy={ask.isPending} onClick={() => ask.mutate()}>
          {t('ask.residentsSend')}
        </Button>
      )}
    </>
  )
}
