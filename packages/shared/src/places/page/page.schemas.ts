import * as z from 'zod/mini'
import { id } from '../../http/index.ts'
import { place } from '../places.schemas.ts'

/** How far a place has got (`product-spec.md` §2.1); only `active` and `draft` take new questions. */
export const PLACE_STATES = ['draft', 'active', 'paused', 'archived'] as const
export const PLACE_KINDS = [
  'neighbourhood',
  'ward-cluster',
  'district',
  'borough',
  'county',
  'combined-authority',
  'other',
] as const

/** What a pledge follows: Keep it Local, the Civil Society Covenant, the Involve standards, or words of its own. */
export const FRAMEWORKS = ['keep-it-local', 'civil-society-covenant', 'involve', 'own'] as const
export type Framework = (typeof FRAMEWORKS)[number]

const reach = { phone: z.nullable(z.string()), email: z.nullable(z.string()) }

/** A place as its public page tells of it; apart from `place`, so that the first view carries none of this. */
export const placePage = z.object({
  id,
  name: z.string(),
  kind: z.enum(PLACE_KINDS),
  state: z.enum(PLACE_STATES),
  introduction: z.string(),
  languages: z.array(z.string()),
  areas: z.array(z.string()),
  contact: place.shape.contact,
  complaints: z.nullable(z.object({ name: z.string(), ...reach })),
  pay: place.shape.pay,
  /** Who may ask questions here. */
  publicBodies: z.array(z.object({ id, name: z.string(), contactName: z.string(), ...reach })),
  pledges: z.array(
    z.object({
      id,
      framework: z.enum(FRAMEWORKS),
      statement: z.string(),
      owner: z.string(),
      reviewOn: z.string(),
      /** The day is past. */
      due: z.boolean(),
    }),
  ),
})
export type PlacePage = z.output<typeof placePage>
