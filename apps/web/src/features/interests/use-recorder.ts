import { VOICE_MOST_SECONDS } from '@howcanwe/shared/interests'
import { useEffect, useRef, useState } from 'react'
import type { Recorded } from './voice.queries.ts'

/** What a browser may give, in the order of preference: all three are kept and played. */
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus']
/** Speech needs no more: a minute is about 180 kB. */
const BITS_PER_SECOND = 24_000
const TICK_MS = 250

export type Failure = 'denied' | 'none' | 'unsupported' | 'empty'
export type RecorderState =
  | { kind: 'idle' }
  | { kind: 'asking' }
  | { kind: 'recording'; seconds: number }
  | { kind: 'failed'; why: Failure }

interface Running {
  recorder: MediaRecorder
  stream: MediaStream
  began: number
}

const failureOf = (error: unknown): Failure =>
  error instanceof DOMException &&
  (error.name === 'NotFoundError' || error.name === 'NotReadableError')
    ? 'none'
    : 'denied'

const typeHere = (): string | undefined =>
  typeof MediaRecorder === 'undefined' || !navigator.mediaDevices
    ? undefined
    : TYPES.find((type) => MediaRecorder.isTypeSupported(type))

/**
 * Records a voice for a minute at most, and hands over what it has. Asks for the microphone only when somebody
 * starts, and lets go of it the moment they stop.
 */
export function useRecorder(onRecorded: (recorded: Recorded) => void) {
  const [state, setState] = useState<RecorderState>({ kind: 'idle' })
  const running = useRef<Running | null>(null)
  const gone = useRef(false)
  const handOver = useRef(onRecorded)
  handOver.current = onRecorded

  const stop = () => running.current?.recorder.stop()

  const listenTo = (stream: MediaStream, type: string) => {
    const recorder = new MediaRecorder(stream, {
      mimeType: type,
      audioBitsPerSecond: BITS_PER_SECOND,
    })
    const parts: Blob[] = []
    recorder.ondataavailable = ({ data }) => parts.push(data)
    recorder.onstop = () => {
      const began = running.current?.began ?? Date.now()
      running.current = null
      for (const track of stream.getTracks()) track.stop()
      const sound = new Blob(parts, { type })
      if (gone.current) return
      if (sound.size === 0) return setState({ kind: 'failed', why: 'empty' })
      const seconds = Math.round((Date.now() - began) / 1000)
      setState({ kind: 'idle' })
      handOver.current({ sound, seconds: Math.min(VOICE_MOST_SECONDS, Math.max(1, seconds)) })
    }
    running.current = { recorder, stream, began: Date.now() }
    recorder.start()
    setState({ kind: 'recording', seconds: 0 })
  }

  const start = async () => {
    const type = typeHere()
    if (!type) return setState({ kind: 'failed', why: 'unsupported' })
    setState({ kind: 'asking' })
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
      if (gone.current) for (const track of stream.getTracks()) track.stop()
      else listenTo(stream, type)
    } catch (error) {
      setState({ kind: 'failed', why: failureOf(error) })
    }
  }

  const isRecording = state.kind === 'recording'
  useEffect(() => {
    if (!isRecording) return
    const timer = setInterval(() => {
      const { began, recorder } = running.current ?? {}
      if (began === undefined) return
      const seconds = Math.floor((Date.now() - began) / 1000)
      if (seconds >= VOICE_MOST_SECONDS) recorder?.stop()
      else setState({ kind: 'recording', seconds })
    }, TICK_MS)
    return () => clearInterval(timer)
  }, [isRecording])

  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
      running.current?.recorder.stop()
    }
  }, [])
  return { state, start, stop }
}
