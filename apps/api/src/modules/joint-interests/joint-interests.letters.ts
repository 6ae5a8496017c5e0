import type { Database } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import { calledIn, dated } from '../interests/index.ts'
import { enqueue, type Template, wordsIn } from '../notifications/index.ts'
import { contactsOf } from '../organisations/index.ts'
import { placeById } from '../places/index.ts'
import type { JointFacts } from './joint-interests.words.ts'
import type { Joint } from './usecases/view.ts'

interface Writing {
  joint: Joint
  /** Organisations that are written to. */
  to: readonly string[]
  template: `joint-interests.${string}`
  words: Template<JointFacts>
  by: string
  why?: string
  /** Where the letter leads; the page of the answer together where nothing is said. */
  path?: string
}

/**
 * One letter to each organisation where it can be reached, in the transaction of its cause. Says nothing of who else
 * was asked and said no, nor why somebody left.
 *
 * @returns whom no letter reaches: not where we hold no address, nor where these letters were stopped
 */
export async function writeTo(tx: Database, deps: Deps, writing: Writing): Promise<string[]> {
  const { joint, to, template, words, by, why = '' } = writing
  const place = await placeById(tx, joint.joint.placeId)
  if (!place) return [...to]
  const unreached: string[] = []
  const names = joint.members
    .filter((m) => m.member.state === 'joined')
    .map((m) => m.organisation.name)
  for (const organisationId of to) {
    const contact = await contactsOf(tx, organisationId)
    if (!contact?.to) {
      unreached.push(organisationId)
      continue
    }
    const { language } = contact
    const path = writing.path ?? `/together/${joint.joint.id}?o=${organisationId}`
    const letter = wordsIn(words, language, {
      ...{ by, why },
      question: joint.challenge.question,
      names: calledIn(language, names),
      closesAt: dated(language, place.timeZone, joint.challenge.closesAt),
      link: `${deps.config.origin}${path}`,
      contact: [place.contactName, place.contactPhone].filter(Boolean).join(', '),
    })
    const message = {
      placeId: place.id,
      to: contact.to,
      template,
      organisationId,
      letter,
      aboutId: joint.joint.id,
    }
    if (!(await enqueue(tx, message))) unreached.push(organisationId)
  }
  return unreached
}
