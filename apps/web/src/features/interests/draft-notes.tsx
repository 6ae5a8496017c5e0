import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Button, ButtonGroup, Notice } from '../../ui/index.ts'
import type { Begun } from './draft.ts'
import type { AnswerDraft } from './use-answer-draft.ts'

/** Says where the copy is and that nothing has been sent (a draft is not an answer). */
export function DraftStatus({ draft, organisation }: { draft: AnswerDraft; organisation: string }) {
  const { t } = useTranslation('interests')
  const { clock } = useFormats()
  const { state, keptAt } = draft
  const onDevice = (): string =>
    keptAt ? t('keeping.device', { time: clock(keptAt) }) : t('keeping.nowhere')
  const sentence = (): string => {
    switch (state.kind) {
      case 'saved':
        return t('keeping.saved', { time: clock(state.at), organisation })
      case 'saving':
        return t('keeping.saving')
      case 'offline':
        return onDevice()
      case 'not-saved':
      case 'conflict':
        return t('keeping.stopped')
      default:
        return t('keeping.idle')
    }
  }
  return <p className="hcw-save">{sentence()}</p>
}

/** What was begun before, by whom, and a way to throw it all away. */
export function Found({
  found,
  organisation,
  onAgain,
}: {
  found: NonNullable<Begun['found']>
  organisation: string
  onAgain: () => void
}) {
  const { t } = useTranslation('interests')
  const { moment } = useFormats()
  const [asking, setAsking] = useState(false)
  const when = moment(found.at)
  const name = found.by ?? t('keeping.colleague')
  if (asking) {
    return (
      <Notice kind="warning" heading={t('keeping.sure')} focus>
        <p className="govuk-body">{t('keeping.sureText', { organisation })}</p>
        <ButtonGroup>
          <Button kind="warning" onClick={onAgain}>
            {t('keeping.yes')}
          </Button>
          <Button kind="secondary" onClick={() => setAsking(false)}>
            {t('keeping.no')}
          </Button>
        </ButtonGroup>
      </Notice>
    )
  }
  return (
    <Notice>
      <p className="govuk-body">
        {found.mine ? t('keeping.foundMine', { when }) : t('keeping.foundTheirs', { name, when })}
      </p>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {t('keeping.again')}
      </Button>
    </Notice>
  )
}

/** Somebody of ours writes at the same time. */
export function Meanwhile({ by }: { by: string | null }) {
  const { t } = useTranslation('interests')
  return (
    <Notice kind="warning" heading={t('keeping.meanwhile', { name: by ?? t('keeping.colleague') })}>
      <p className="govuk-body">{t('keeping.meanwhileText')}</p>
    </Notice>
  )
}
