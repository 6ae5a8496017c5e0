import type { FramingFinding } from '@howcanwe/shared/framing'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonGroup } from '../../ui/index.ts'
import './framing.scss'

type Pointer = FramingFinding['pointer']

export interface FramingNotesProps {
  findings: readonly FramingFinding[]
  /** Puts a whole new wording in the field: the question or the summary. */
  onUse: (pointer: Pointer, wording: string) => void
  /** Notes of one field alone, for beside that field. */
  only?: Pointer
}

/** A note is about these words: once they change, it may speak again. */
const keyOf = ({ pointer, code, quote }: FramingFinding): string => `${pointer} ${code} ${quote}`

/**
 * What may close a question, each with its reason and another wording (CH1). Advice: nothing here stops anyone, and
 * what somebody keeps is not brought up again.
 */
export function FramingNotes({ findings, onUse, only }: FramingNotesProps) {
  const { t } = useTranslation('framing')
  const [kept, setKept] = useState<readonly string[]>([])
  const [said, setSaid] = useState('')
  const box = useRef<HTMLDivElement>(null)
  /** The button pressed is about to go; whoever works by keyboard stays here. */
  const say = (sentence: string) => {
    setSaid(sentence)
    box.current?.focus()
  }
  const notes = findings.filter(
    (one) => (only === undefined || one.pointer === only) && !kept.includes(keyOf(one)),
  )
  const keep = (one: FramingFinding) => {
    setKept([...kept, keyOf(one)])
    say(t('kept'))
  }
  const use = (one: FramingFinding, wording: string) => {
    onUse(one.pointer, wording)
    say(t('used'))
  }
  return (
    <div ref={box} tabIndex={-1}>
      {notes.length > 0 ? (
        <ul className="hcw-framing" aria-label={t('title')}>
          {notes.map((one) => (
            <li key={keyOf(one)}>
              <FramingNote finding={one} onUse={use} onKeep={() => keep(one)} />
            </li>
          ))}
        </ul>
      ) : null}
      <p role="status" className="govuk-visually-hidden">
        {said}
      </p>
    </div>
  )
}

interface FramingNoteProps {
  finding: FramingFinding
  onUse: (finding: FramingFinding, wording: string) => void
  onKeep: () => void
}

function FramingNote({ finding, onUse, onKeep }: FramingNoteProps) {
  const { t } = useTranslation('framing')
  const { code, reason, pointer, quote, rewrite } = finding
  const field = pointer === '#/body/summary' ? 'summary' : 'question'
  const about = t(`field.${field}`)
  const heading = t(`${code}.title`)
  return (
    <>
      <p className="hcw-framing__title">
        <strong>{heading}</strong>
        {quote === null ? null : <> {t('quote', { quote })}</>}
      </p>
      <p className="govuk-body">{t(`${code}.reason.${reason}`)}</p>
      <p className="govuk-body">
        {rewrite === null ? t(`${code}.pattern.${field}`) : t('instead')}
      </p>
      {rewrite === null ? null : <p className="hcw-framing__wording">{rewrite}</p>}
      <ButtonGroup>
        {rewrite === null ? null : (
          <Button kind="secondary" onClick={() => onUse(finding, rewrite)}>
            {t('use')}{' '}
            <span className="govuk-visually-hidden">{t('useHidden', { about, heading })}</span>
          </Button>
        )}
        <Button kind="quiet" onClick={onKeep}>
          {t('keep')}{' '}
          <span className="govuk-visually-hidden">{t('keepHidden', { about, heading })}</span>
        </Button>
      </ButtonGroup>
    </>
  )
}
