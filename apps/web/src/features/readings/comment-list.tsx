import type { ReaderComment } from '@howcanwe/shared/readings'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'

export interface CommentListProps {
  items: readonly ReaderComment[]
  /** BCP 47 of the challenge. */
  lang: string
  /** The public body, where whoever answered is no longer named. */
  organisation: string
  /** Under each that waits: to answer it, where one may. */
  waiting?: (one: ReaderComment) => ReactNode
}

/** What readers said and what they were answered, the same for everybody. */
export function CommentList({ items, lang, organisation, waiting }: CommentListProps) {
  const { t } = useTranslation('readings')
  const { date, day } = useFormats()
  return (
    <ul className="govuk-list hcw-notices">
      {items.map((one) => (
        <li key={one.id} className="hcw-notices__item">
          <p className="hcw-notices__caption">
            {t('comment.from', { from: one.from ?? t('comment.resident'), on: date(one.saidOn) })}
          </p>
          {one.quote ? (
            <blockquote className="hcw-voice" lang={lang}>
              <p>{one.quote}</p>
            </blockquote>
          ) : null}
          <p className="govuk-body hcw-pre-line">{one.words}</p>
          {one.answer && one.answeredOn ? (
            <>
              <p className="hcw-soft">
                {t('comment.answer', {
                  from: one.answeredBy ?? organisation,
                  on: date(one.answeredOn),
                })}
              </p>
              <p className="govuk-body hcw-pre-line">{one.answer}</p>
            </>
          ) : (
            (waiting?.(one) ?? (
              <p className="hcw-soft">{t('comment.waits', { by: day(one.answerBy) })}</p>
            ))
          )}
        </li>
      ))}
    </ul>
  )
}
