/** May see whether promised answers come in time: the broker of the place (§2.2). Never a word of what they say. */
export const mayWatchClocks = (
  actor: { roles: readonly { placeId: string; role: string }[] },
  placeId: string,
): boolean => actor.roles.some((r) => r.role === 'broker' && r.placeId === placeId)

/** May read an organisation's answer, rate it and ask back: whoever belongs to it. */
export const mayReadAnswer = (
  actor: { memberships: readonly { organisationId: string }[] },
  organisationId: string,
): boolean => actor.memberships.some((m) => m.organisationId === organisationId)
