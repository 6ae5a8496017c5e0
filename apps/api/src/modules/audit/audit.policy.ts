interface Holder {
  roles: readonly { placeId: string; role: string }[]
}

/** The whole record of a place says who did what: its stewards may have it. Checkpoints of it are everyone's. */
export const mayExport = (actor: Holder, placeId: string): boolean =>
  actor.roles.some((r) => r.role === 'steward' && r.placeId === placeId)
