import type { OwnIntroduction } from '@howcanwe/shared/introductions'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Button, Details, SummaryList, Tag } from '../../ui/index.ts'
import { AnswerForm, type Said } from './answer-form.tsx'
import { type WhatCame, WhatCameForm } from './what-came-form.tsx'

export interface OwnActs {
  answer: (said: Said) => Promise<void>
  say: (said: WhatCame) => Promise<void>
  /** Left out where it needs signing in. */
  takeBack?: () => Promise<void>
}

const TONES = {
  asked: 'caution',
  'too-late': 'quiet',
  'said-no': 'quiet',
  waiting: 'plain',
  'not-come-about': 'quiet',
  together: 'pine',
} as const

/** An introduction as one side sees it: what is known of the other, what was said, and what can be done now. */
export function OwnIntroductionView({
  item,
  acts,
  leaning,
  level = 2,
}: {
  item: OwnIntroduction
  acts: OwnActs
  leaning?: 'yes' | 'no' | undefined
  level?: 2 | 3
}) {
  const { t } = useTranslation('introductions')
  const format = useFormats()
  const Heading = `h${level}` as const
  const day = (on: string | null) => (on ? format.day(on) : '')
  const names = { own: item.own.name, other: item.other.name }
  return (
    <section aria-labelledby={`introduction-${item.id}`}>
      <Heading className="govuk-heading-m" id={`introduction-${item.id}`}>
        {t('own.title', names)}
      </Heading>
      <p className="govuk-body">
        <Tag tone={TONES[item.state]}>{t(`state.${item.state}`)}</Tag>{' '}
        {t(`stateText.${item.state}`, {
          ...names,
          answerBy: day(item.answerBy),
          tellBy: day(item.tellBy),
        })}
      </p>
      <SummaryList
        rows={[
          { key: 'about', label: t('own.about', { name: names.other }), value: item.otherAbout },
          ...(item.challenge
            ? [{ key: 'question', label: t('own.question'), value: item.challenge.question }]
            : []),
          ...(item.state === 'asked'
            ? []
            : [{ key: 'own', label: t('own.theyRead', names), value: item.ownAbout }]),
        ]}
      />
      {item.state === 'asked' ? (
        <AnswerForm item={item} onSay={acts.answer} leaning={leaning} />
      ) : null}
      {item.canTakeBack && acts.takeBack ? (
        <Details summary={t('own.takeBack')}>
          <p className="govuk-body">{t('own.takeBackText', names)}</p>
          <Button kind="secondary" onClick={acts.takeBack}>
            {t('own.takeBackPress')}
          </Button>
        </Details>
      ) : null}
      {item.contact ? <Reach item={item} /> : null}
      {item.state === 'together' ? <WhatCameForm item={item} onSay={acts.say} /> : null}
    </section>
  )
}

function Reach({ item: { contact, other } }: { item: OwnIntroduction }) {
  const { t } = useTranslation('introductions')
  if (!contact) return null
  const { name, email, phone } = contact
  return (
    <div className="hcw-slip">
      <p className="govuk-body">
        <strong>{t('own.reach', { name, other: other.name })}</strong>
      </p>
      {email ? (
        <p className="govuk-body">
          <a className="govuk-link" href={`mailto:${email}`}>
            {email}
          </a>
        </p>
      ) : null}
      {phone ? (
        <p className="govuk-body">
          <a className="govuk-link" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
            {phone}
          </a>
        </p>
      ) : null}
    </div>
  )
}
