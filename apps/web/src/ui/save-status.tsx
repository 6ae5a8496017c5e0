import { type UiWords, useUiWords } from './words.tsx'

export type SaveState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  /** No connection: kept on this device, sent when it returns. */
  | { kind: 'offline' }
  /** Refused or broken; what was typed is still on the screen. */
  | { kind: 'not-saved'; reason?: string }
  /** Someone else saved first. */
  | { kind: 'conflict' }

function sentenceOf(words: UiWords, state: SaveState): string {
  switch (state.kind) {
    case 'idle':
      return ''
    case 'saving':
      return words.saving
    case 'saved':
      return words.savedAt(state.at)
    case 'offline':
      return words.savedOnDevice
    case 'conflict':
      return words.changedElsewhere
    case 'not-saved':
      return state.reason ? `${words.notSaved} ${state.reason}` : words.notSaved
  }
}

/** 'Saved at 14:02', in the page and said politely. 'Saving' is shown only, so that nobody hears it all day. */
export function SaveStatus({ state }: { state: SaveState }) {
  const sentence = sentenceOf(useUiWords(), state)
  const trouble =
    state.kind === 'not-saved' || state.kind === 'conflict' || state.kind === 'offline'
  return (
    <div className={`hcw-save${trouble ? ' hcw-save--trouble' : ''}`}>
      <p aria-hidden="true">{sentence}</p>
      <p className="govuk-visually-hidden" role="status">
        {state.kind === 'saving' ? '' : sentence}
      </p>
    </div>
  )
}
