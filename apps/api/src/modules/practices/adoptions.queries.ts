import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { organisations } from '../organisations/organisations.table.ts'
import { practiceAdoptions, practiceCards } from './practices.table.ts'

/** Of these organisations those that take part in the card's place and did not write it, and whether each uses it. */
export const thoseWhoMay = (
  db: Database,
  card: { id: string; placeId: string; organisationId: string },
  among: readonly string[],
) =>
  db
    .select({
      organisationId: organisations.id,
      name: organisations.name,
      sector: organisations.sector,
      uses: sql<boolean>`exists (select from ${practiceAdoptions} a
        where a.card_id = ${card.id} and a.organisation_id = ${organisations.id})`,
    })
    .from(organisations)
    .where(
      and(
        inArray(organisations.id, [...among]),
        eq(organisations.placeId, card.placeId),
        ne(organisations.id, card.organisationId),
        ne(organisations.state, 'left'),
      ),
    )
    .orderBy(asc(organisations.name))

/** Says it for a card that everybody can read just now. @returns false where it was said before, or is not listed */
export async function adopt(
  tx: Database,
  given: { cardId: string; organisationId: string; saidBy: string },
): Promise<'said' | 'before' | 'not-listed'> {
  const [card] = await tx
    .select()
    .from(practiceCards)
    .where(and(eq(practiceCards.id, given.cardId), eq(practiceCards.state, 'listed')))
    .for('share')
  if (!card) return 'not-listed'
  const rows = await tx
    .insert(practiceAdoptions)
    .values({ ...given, placeId: card.placeId, ownerId: card.organisationId })
    .onConflictDoNothing()
    .returning({ cardId: practiceAdoptions.cardId })
  return rows.length === 1 ? 'said' : 'before'
}

/** @returns whether there was something to take back */
export const unadopt = async (
  tx: Database,
  given: { cardId: string; organisationId: string },
): Promise<boolean> =>
  (
    await tx
      .delete(practiceAdoptions)
      .where(
        and(
          eq(practiceAdoptions.cardId, given.cardId),
          eq(practiceAdoptions.organisationId, given.organisationId),
        ),
      )
      .returning({ cardId: practiceAdoptions.cardId })
  ).length === 1
