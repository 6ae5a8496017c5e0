/** 'The lunch club and Somali Elders': who answered, as a letter in this language calls them. */
export const calledIn = (language: string, names: readonly string[]): string =>
  new Intl.ListFormat(language === 'nl' ? 'nl-NL' : 'en-GB').format([...names])
