import * as z from 'zod/mini'
import { endpoint, id } from '../http/index.ts'
import { publishedService } from '../services/index.ts'
import { funding } from './organisations.funding.ts'

const organisationId = z.object({ organisationId: id })

/** What open directories say an organisation runs, with those its own people said are not theirs. */
export const ownServices = z.object({
  items: z.array(z.object({ service: publishedService, notOurs: z.boolean() })),
  can: z.object({ say: z.boolean() }),
})
export type OwnServices = z.output<typeof ownServices>

const said = z.strictObject({ ours: z.boolean() })

/** Open data about an organisation: who funded it, what it runs, and "this is not us". */
export const openData = {
  funding: endpoint({
    method: 'GET',
    path: '/organisations/:organisationId/funding',
    summary:
      'What funders say they gave this organisation, for its own people and brokers of its place',
    access: ['member', 'broker'],
    supporter: 'answers',
    params: organisationId,
    response: funding,
    errors: ['organisations.not_found'],
  }),
  sayOfFunding: endpoint({
    method: 'PUT',
    path: '/organisations/:organisationId/funding/:grantId',
    summary: 'This grant was not ours, or it was after all',
    access: ['member'],
    params: z.object({ organisationId: id, grantId: id }),
    body: said,
    response: funding,
    errors: ['organisations.not_found'],
  }),
  services: endpoint({
    method: 'GET',
    path: '/organisations/:organisationId/services',
    summary: 'What open directories say we run, for our own people and brokers of our place',
    access: ['member', 'broker'],
    params: organisationId,
    response: ownServices,
    errors: ['organisations.not_found'],
  }),
  sayOfService: endpoint({
    method: 'PUT',
    path: '/organisations/:organisationId/services/:serviceId',
    summary: 'This is not us, or it is after all; the map shows it no longer, or again',
    access: ['member'],
    params: z.object({ organisationId: id, serviceId: id }),
    body: said,
    response: ownServices,
    errors: ['organisations.not_found'],
  }),
} as const
