import { VOICE_MOST_SECONDS, type VoiceNote, type VoiceQuestion } from '@howcanwe/shared/interests'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem, sentenceOf } from '../../lib/errors.ts'
import { Button, ButtonGroup, Notice } from '../../ui/index.ts'
import { type RecorderState, useRecorder } from './use-recorder.ts'
import {
  type Recorded,
  useDropVoice,
  useHear,
  useKeepVoice,
  useVoiceNotes,
  type VoiceOf,
} from './voice.queries.ts'
import './interests.scss'

const NEARLY = 10

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

export interface VoiceAnswerProps {
  of: VoiceOf
  question: VoiceQuestion
  /** The question in words, for whoever cannot see which it belongs to. */
  asks: string
}

/**
 * A question answered by voice (EI1): at most a minute, heard by one's own organisation only, with the words typed
 * beside it.
 */
export function VoiceAnswer({ of, question, asks }: VoiceAnswerProps) {
  const { t } = useTranslation('interests')
  const notes = useVoiceNotes(of.challengeId, of.organisationId)
  const keep = useKeepVoice({ ...of, question })
  const [unsaved, setUnsaved] = useState<Recorded | null>(null)
  const save = (recorded: Recorded) => {
    setUnsaved(recorded)
    keep.mutate(recorded, { onSuccess: () => setUnsaved(null) })
  }
  const { state, start, stop } = useRecorder(save)
  const note = notes.data?.items.find((one) => one.question === question)
  const busy = state.kind === 'recording' || state.kind === 'asking' || keep.isPending
  // Nobody speaks with somebody else's voice: whoever answers for them types.
  if (isProblem(notes.error, 'auth.not_for_supporters')) return null
  return (
    <div className="hcw-spoken">
      <Status state={state} saving={keep.isPending} kept={keep.isSuccess ? note : undefined} />
      {state.kind === 'recording' ? <Running seconds={state.seconds} onStop={stop} /> : null}
      {unsaved && keep.error ? <NotSaved error={keep.error} onAgain={() => save(unsaved)} /> : null}
      {note && !busy ? (
        <Kept key={note.id} of={of} note={note} asks={asks} onAgain={start} />
      ) : null}
      {note || busy ? null : (
        <Button kind="quiet" onClick={start}>
          {t('voice.say')}
          <About asks={asks} />
        </Button>
      )}
      {note || busy ? (
        <p className="govuk-hint">
          {t('voice.noEngine')} {t('voice.where')}
        </p>
      ) : null}
    </div>
  )
}

/** Which question a button belongs to, for whoever cannot see it. */
const About = ({ asks }: { asks: string }) => (
  <>
    {' '}
    <span className="govuk-visually-hidden">{asks}</span>
  </>
)

/** What happens is said once, not every second; what went wrong comes with another way. */
function Status(props: { state: RecorderState; saving: boolean; kept: VoiceNote | undefined }) {
  const { state, saving, kept } = props
  const { t } = useTranslation('interests')
  const sentence = (): string => {
    if (saving) return t('voice.saving')
    if (state.kind === 'asking') return t('voice.asking')
    if (state.kind === 'recording') {
      return state.seconds >= VOICE_MOST_SECONDS - NEARLY ? t('voice.nearly') : t('voice.started')
    }
    return kept ? t('voice.kept', { count: kept.seconds }) : ''
  }
  if (state.kind === 'failed') return <Notice kind="warning" heading={t(`voice.${state.why}`)} />
  return (
    <p className="govuk-hint" role="status">
      {sentence()}
    </p>
  )
}

function Running({ seconds, onStop }: { seconds: number; onStop: () => void }) {
  const { t } = useTranslation('interests')
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <ButtonGroup>
      <Button ref={button} kind="warning" onClick={onStop}>
        {t('voice.stop')}
      </Button>
      <span role="timer" aria-label={t('voice.recording')} className="govuk-body">
        {t('voice.timer', { now: clock(seconds), most: clock(VOICE_MOST_SECONDS) })}
      </span>
    </ButtonGroup>
  )
}

function NotSaved({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const { t } = useTranslation(['interests', 'problems'])
  return (
    <Notice kind="warning" heading={t('interests:voice.notSaved')}>
      <p className="govuk-body">{sentenceOf(t, error)}</p>
      <Button kind="secondary" onClick={onAgain}>
        {t('interests:voice.tryAgain')}
      </Button>
    </Notice>
  )
}

function Kept(props: { of: VoiceOf; note: VoiceNote; asks: string; onAgain: () => void }) {
  const { of, note, asks, onAgain } = props
  const { t } = useTranslation(['interests', 'problems'])
  const hear = useHear()
  const drop = useDropVoice(of)
  const src = useAddress(hear.data)
  return (
    <>
      {src ? (
        <audio
          controls
          autoPlay
          src={src}
          aria-label={t('interests:voice.player', { question: asks })}
        >
          <track kind="captions" />
        </audio>
      ) : null}
      {hear.error || drop.error ? (
        <Notice kind="warning" heading={sentenceOf(t, hear.error ?? drop.error)} />
      ) : null}
      <ButtonGroup>
        {src ? null : (
          <Button kind="secondary" busy={hear.isPending} onClick={() => hear.mutate(note.id)}>
            {t('interests:voice.listen')}
            <About asks={asks} />
          </Button>
        )}
        <Button kind="quiet" onClick={onAgain}>
          {t('interests:voice.again')}
          <About asks={asks} />
        </Button>
        <Button kind="quiet" busy={drop.isPending} onClick={() => drop.mutate(note.id)}>
          {t('interests:voice.drop')}
          <About asks={asks} />
        </Button>
      </ButtonGroup>
    </>
  )
}

/** An address for a sound that only this page can read, given back when it is not needed any more. */
function useAddress(sound: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!sound) return
    const made = URL.createObjectURL(sound)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [sound])
  return address
}
