/** Our own plain drawings: one stroke, no grey, readable as a copy of a copy. */
const PICTURES = {
  people:
    'M14 22a7 7 0 1 1 14 0 7 7 0 0 1-14 0m22 0a7 7 0 1 1 14 0 7 7 0 0 1-14 0M8 52c0-12 26-12 26 0m-4 0c0-12 26-12 26 0',
  talk: 'M8 12h48v28H30L18 52V40H8z',
  hand: 'M14 34l10 10 26-28',
  stop: 'M22 8h20l14 14v20L42 56H22L8 42V22zM20 20l24 24',
  clock: 'M32 8a24 24 0 1 1 0 48 24 24 0 0 1 0-48m0 10v15l10 7',
  money: 'M6 16h52v32H6zm26 8a8 8 0 1 1 0 16 8 8 0 0 1 0-16',
  door: 'M16 56V8h28v48zM38 32v4m8 20h10M6 56h10',
  lock: 'M12 28h40v28H12zm8 0V20a12 12 0 0 1 24 0v8m-12 10v8',
  phone: 'M22 6h20v52H22zm7 44h6',
} as const
export type EasyPicture = keyof typeof PICTURES

/** A picture that says the same as the words beside it, and is silent to those who hear the words. */
export function EasyMark({ picture }: { picture: EasyPicture }) {
  return (
    <svg viewBox="0 0 64 64" aria-hidden="true" className="hcw-easy__mark">
      <path
        d={PICTURES[picture]}
        fill="none"
        stroke="currentColor"
        strokeWidth="4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
