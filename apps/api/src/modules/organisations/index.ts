import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'

export function organisationsRoutes(_app: FastifyInstance, _deps: Deps): void {}
export {
  contactsOf,
  membershipsOf,
  type OrganisationContact,
  type OrganisationRow,
  organisationById,
  organisationsByIds,
  organisationsOf,
} from './organisations.queries.ts'
