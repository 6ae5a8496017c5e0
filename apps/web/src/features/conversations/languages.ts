import { isWrittenIn, WRITTEN_IN, type WrittenIn } from '@howcanwe/shared/conversations'

/** A language by its own name: 'Nederlands', 'اردو'. */
export function nameOf(code: WrittenIn): string {
  try {
    const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code
    return name.charAt(0).toLocaleUpperCase(code) + name.slice(1)
  } catch {
    return code
  }
}

export const languages = WRITTEN_IN.map((value) => ({ value, label: nameOf(value) }))

export const writtenIn = (language: string): WrittenIn => {
  const short = language.slice(0, 2)
  return isWrittenIn(short) ? short : 'en'
}
