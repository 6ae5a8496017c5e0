/** Into one's own question: with the slip, or signed in. */
export type Door = { token: string } | { proposalId: string }
