interface Asker {
  memberships: readonly { organisationId: string }[]
}

/** Whoever belongs to an organisation writes its cards. */
export const mayWrite = (asker: Asker | undefined, organisationId: string): boolean =>
  asker?.memberships.some((m) => m.organisationId === organisationId) ?? false

/** Listed ones are for everybody, retired ones keep their page with its reason; a draft is its own people's. */
export const maySee = (
  asker: Asker | undefined,
  card: { organisationId: string; state: 'draft' | 'listed' | 'retired'; listedAt: Date | null },
): boolean => card.listedAt !== null || mayWrite(asker, card.organisationId)
