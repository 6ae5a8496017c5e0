import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/index.ts'

/** Reads a text aloud with the device's own voice; nothing where it has none. */
export function Listen({ texts, lang }: { texts: readonly string[]; lang: string }) {
  const { t } = useTranslation('readings')
  const [can, setCan] = useState(false)
  const [on, setOn] = useState(false)
  useEffect(() => {
    if (!('speechSynthesis' in window)) return
    const voice = window.speechSynthesis
    setCan(true)
    return () => voice.cancel()
  }, [])
  if (!can) return null
  const stop = () => {
    window.speechSynthesis.cancel()
    setOn(false)
  }
  const start = () => {
    window.speechSynthesis.cancel()
    // Piece by piece: some devices fall silent in a long one.
    const pieces = texts.map((text) => {
      const piece = new SpeechSynthesisUtterance(text)
      piece.lang = lang
      piece.onerror = () => setOn(false)
      return piece
    })
    const last = pieces.at(-1)
    if (last) last.onend = () => setOn(false)
    setOn(true)
    for (const piece of pieces) window.speechSynthesis.speak(piece)
  }
  return (
    <Button kind="secondary" onClick={on ? stop : start}>
      {t(on ? 'listen.stop' : 'listen.start')}
    </Button>
  )
}
