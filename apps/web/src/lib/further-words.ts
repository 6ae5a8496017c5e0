/** Every catalogue by its path; `i18n.ts` knows those of the first pages itself. */
export const catalogues: Record<string, () => Promise<{ default: object }>> = import.meta.glob<{
  default: object
}>('../words/*/*.json')
