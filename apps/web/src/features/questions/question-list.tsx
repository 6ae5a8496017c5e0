import type { Question } from '@howcanwe/shared/questions'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'

export interface QuestionListProps {
  items: readonly Question[]
  /** Person and public body, as they stand on the challenge. */
  asker: string
  /** Under a heading of this level. */
  level?: 2 | 3
}

const anchor = (id: string): string => `question-${id}`

/** Everything that was asked and what became of it, the newest first; the same for everybody. */
export function QuestionList({ items, asker, level = 3 }: QuestionListProps) {
  const { t } = useTranslation('questions')
  const { date } = useFormats()
  const Heading = `h${level}` as const
  return (
    <ul className="govuk-list hcw-notices">
      {items.map((one) => (
        <li key={one.id} id={anchor(one.id)} className="hcw-notices__item">
          <p className="hcw-notices__caption">{t('item.asked', { on: date(one.askedOn) })}</p>
          <Heading className="hcw-notices__title">{one.words ?? t('item.hidden')}</Heading>
          {one.mergedInto ? (
            <p className="govuk-body">
              <a className="govuk-link" href={`#${anchor(one.mergedInto)}`}>
                {t('item.merged')}
              </a>
            </p>
          ) : (
            <Reply one={one} asker={asker} />
          )}
        </li>
      ))}
    </ul>
  )
}

function Reply({ one, asker }: { one: Question; asker: string }) {
  const { t } = useTranslation('questions')
  const { date } = useFormats()
  const from = one.closedAs === 'commissioner' ? asker : t('item.broker')
  return (
    <>
      <p className="hcw-soft">
        {t(one.state === 'declined' ? 'item.declined' : 'item.answered', {
          from,
          on: date(one.closedOn),
        })}
      </p>
      {(one.reply ?? '').split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph} className="govuk-body">
          {paragraph}
        </p>
      ))}
    </>
  )
}
