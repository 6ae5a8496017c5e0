import type { WaitingText } from '@howcanwe/shared/texts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Button, Notice, Tag } from '../../ui/index.ts'
import { FinishForm } from './finish-form.tsx'
import { useTextActs } from './texts.queries.ts'
import './texts.scss'

export interface WaitingOneProps {
  groupId: string
  text: WaitingText
  /** Where what it says is written down. */
  next: (number: string) => ReactNode
  onDone: () => void
}

/** One text that waits: who, since when, and its words once somebody wants to read them. */
export function WaitingOne({ groupId, text, next, onDone }: WaitingOneProps) {
  const { t } = useTranslation(['texts', 'problems'])
  const { moment, day } = useFormats()
  const { read } = useTextActs(groupId)
  const { member, receivedAt, dueAt, isLate } = text
  const name = member?.firstName ?? t('texts:stranger')
  return (
    <li className="hcw-texts__one">
      {isLate ? <Tag tone="error">{t('texts:late')}</Tag> : null}
      <h2 className="govuk-heading-s hcw-texts__who">
        {name} {member ? <span className="hcw-soft">{member.reference}</span> : null}
      </h2>
      <p className="govuk-body hcw-soft">
        {t('texts:came', { when: moment(receivedAt), day: day(new Date(dueAt.getTime() - 1)) })}
      </p>
      {read.error ? <Notice kind="warning" heading={sentenceOf(t, read.error)} focus /> : null}
      {read.data ? (
        <>
          <Words {...read.data} />
          <p className="govuk-body">{next(read.data.number)}</p>
          <FinishForm {...{ groupId, name, onDone }} textId={text.id} />
        </>
      ) : (
        <p className="govuk-body">
          <Button kind="secondary" busy={read.isPending} onClick={() => read.mutate(text.id)}>
            {t('texts:read', { name })}
          </Button>{' '}
          <span className="hcw-soft">{t('texts:recorded')}</span>
        </p>
      )}
    </li>
  )
}

function Words({ text, number }: { text: string; number: string }) {
  const { t } = useTranslation('texts')
  return (
    <div className="hcw-texts__words" role="status">
      {text.trim() ? <blockquote>{text}</blockquote> : <p>{t('noWords')}</p>}
      <p>
        <a className="govuk-link" href={`tel:${number}`}>
          {t('ring', { number })}
        </a>{' '}
        <a className="govuk-link" href={`sms:${number}`}>
          {t('textBack')}
        </a>
      </p>
    </div>
  )
}
