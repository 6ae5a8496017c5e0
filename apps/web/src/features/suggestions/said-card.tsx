import type { Marked, Suggestion } from '@howcanwe/shared/suggestions'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Tag } from '../../ui/index.ts'
import { lastDayOf } from './last-day.ts'
import { SaidThread } from './said-thread.tsx'
import './suggestions.scss'

const TONE = {
  said: 'plain',
  acknowledged: 'plain',
  doing: 'caution',
  done: 'pine',
  partly: 'caution',
  'not-doing': 'error',
} as const

export interface SaidCardProps {
  one: Suggestion
  /** A part of the page in which it stands a second time. */
  within?: string
  children?: ReactNode
}

/** What somebody said, what became of it and who answers for it, with everything that happened beside it. */
export function SaidCard({ one, within, children }: SaidCardProps) {
  const { t } = useTranslation('suggestions')
  const id = [within, 'said', one.number].filter(Boolean).join('-')
  return (
    <article className={`hcw-said hcw-said--${one.state}`} aria-labelledby={id}>
      <div className="hcw-said__words">
        <p className="hcw-said__who">
          {t('youSaid.number', { number: one.number })} · <Who one={one} />
        </p>
        <h3 id={id} className="hcw-said__text" lang={one.language}>
          “{one.text}”
        </h3>
        <Became one={one} />
        {one.marks ? <MarksShown marks={one.marks} /> : null}
        {children}
      </div>
      <SaidThread one={one} />
    </article>
  )
}

function Who({ one }: { one: Suggestion }) {
  const { t } = useTranslation('suggestions')
  return one.name
    ? t('who.named', { name: one.name, voice: t(`voice.${one.bloc}`) })
    : t(`who.${one.bloc}`)
}

function Became({ one }: { one: Suggestion }) {
  const { t } = useTranslation('suggestions')
  const last = one.moves.at(-1)
  return (
    <div className="hcw-said__became">
      <p className="hcw-said__state">
        <Tag tone={TONE[one.state]}>{t(`state.${one.state}`)}</Tag>
      </p>
      <p className="govuk-body">{last ? last.words : t('youSaid.noWords')}</p>
      {last?.named ? (
        <p className="govuk-body hcw-soft">{t('youSaid.by', { name: last.named })}</p>
      ) : null}
      <Due one={one} />
    </div>
  )
}

function Due({ one }: { one: Suggestion }) {
  const { t } = useTranslation('suggestions')
  const { day } = useFormats()
  if (!one.dueAt) return null
  const due = day(lastDayOf(one.dueAt))
  if (one.late) return <p className="hcw-said__late">{t('youSaid.late', { day: due })}</p>
  const key = { said: 'hearDue', doing: 'byWhen' }[one.state as string] ?? 'due'
  return <p className="govuk-body hcw-soft">{t(`youSaid.${key}`, { day: due })}</p>
}

function MarksShown({ marks }: { marks: NonNullable<Suggestion['marks']> }) {
  const { t } = useTranslation('suggestions')
  return (
    <dl className="hcw-said__marks">
      <div>
        <dt>{t('marks.residents')}</dt>
        <dd>
          <MarkedLine marked={marks.residents} />
        </dd>
      </div>
      {marks.others.shown === 'few' ? null : (
        <div>
          <dt>{t('marks.others')}</dt>
          <dd>
            <MarkedLine marked={marks.others} />
          </dd>
        </div>
      )}
    </dl>
  )
}

function MarkedLine({ marked }: { marked: Marked }) {
  const { t } = useTranslation('suggestions')
  if (marked.shown === 'few') return t('marks.few')
  if (marked.shown === 'most') return t(`marks.most.${marked.mark}`)
  const all = marked.satisfied + marked.not + marked.unsure
  return (
    <>
      <span className="hcw-bar" aria-hidden="true">
        {(['satisfied', 'unsure', 'not'] as const).map((mark) => (
          <span
            key={mark}
            className={`hcw-bar__part hcw-bar__part--${mark}`}
            style={{ inlineSize: `${(100 * marked[mark]) / all}%` }}
          />
        ))}
      </span>
      {t('marks.figures', { ...marked })}
    </>
  )
}
