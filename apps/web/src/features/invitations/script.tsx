import type { Challenge } from '@howcanwe/shared/challenges'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Button, Details } from '../../ui/index.ts'

export interface ScriptFrom {
  place: string
  /** Name and number of the place's contact. */
  contact: string
  /** The address of the challenge's page, below the site's own. */
  path: string
}

/** For whom we hold no address: words to read out on the telephone, or to print and push through a door. */
export function Script(props: {
  name: string
  why: string
  challenge: Challenge
  from: ScriptFrom
}) {
  const { name, why, challenge, from } = props
  const { t } = useTranslation('invitations')
  const { moment, money, minutes } = useFormats()
  const [origin, setOrigin] = useState('')
  useEffect(() => setOrigin(window.location.origin), [])
  const sheet = useRef<HTMLDivElement>(null)
  /** These words alone, not the page around them. */
  const print = () => {
    sheet.current?.setAttribute('data-print', '')
    window.print()
    sheet.current?.removeAttribute('data-print')
  }
  const pence =
    challenge.backfillPence +
    challenge.participationPence +
    challenge.testsPence +
    challenge.accessPence
  const offer = challenge.backfillPence > 0 ? 'script.offerBackfill' : 'script.offer'
  const sentences = [
    t('script.hello', { place: from.place }),
    t('script.asks', { asker: challenge.asker.organisation, question: challenge.question }),
    t('script.why', { why }),
    t('script.takes', {
      minutes: minutes(challenge.answerMinutes),
      closes: moment(challenge.closesAt),
    }),
    pence > 0 ? t(offer, { money: money(pence) }) : t('script.offerNone'),
    t('script.link', { link: origin + from.path }),
    t('script.no'),
    t('script.ring', { contact: from.contact }),
  ]
  return (
    <Details
      summary={
        <>
          {t('script.open')}
          <span className="govuk-visually-hidden"> {t('script.openHidden', { name })}</span>
        </>
      }
    >
      <div ref={sheet} className="hcw-script">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <Button kind="secondary" onClick={print}>
        {t('script.print')}
      </Button>
    </Details>
  )
}
