import * as z from 'zod/mini'
import { endpoint, id } from '../http/index.ts'
import { deskContract } from './payments.desk.contract.ts'
import { hoursContract } from './payments.hours.ts'
import { leavingContract } from './payments.leaving.ts'
import {
  claimExpense,
  makeChoice,
  ownPay,
  ownWay,
  payItem,
  setWay,
  wholePence,
} from './payments.schemas.ts'

const groupId = z.object({ groupId: id })
const ownItem = z.object({ groupId: id, itemId: id })
const member = { access: 'anyone', supporter: 'groups' } as const

/** Pay as the person sees it who is paid: no account needed, no question about anything else in their life (CD4, J-19). */
export const paymentsContract = {
  ...deskContract,
  ...hoursContract,
  ...leavingContract,
  mine: endpoint({
    method: 'GET',
    path: '/groups/:groupId/own-pay',
    summary: 'What I am owed in this group, what I have chosen, and where the money is',
    ...member,
    params: groupId,
    response: ownPay,
    errors: ['codesign.no_place_here'],
  }),
  choose: endpoint({
    method: 'POST',
    path: '/groups/:groupId/own-pay/:itemId/choice',
    summary: 'Choose all, less, nothing, a charity or a voucher; open until it is approved',
    ...member,
    params: ownItem,
    body: makeChoice,
    response: payItem,
    errors: [
      'codesign.no_place_here',
      'payments.item_not_found',
      'payments.too_late_to_choose',
      'payments.not_less',
      'payments.no_vouchers',
    ],
  }),
  claim: endpoint({
    method: 'POST',
    path: '/groups/:groupId/own-pay/expenses',
    summary: 'Ask for money I spent, or for money beforehand so that I need not lay it out',
    ...member,
    params: groupId,
    body: claimExpense,
    status: 201,
    response: payItem,
    errors: [
      'codesign.no_place_here',
      'payments.session_not_found',
      'payments.not_paid_here',
      'payments.beforehand',
      'payments.receipt_needed',
      'payments.claimed_already',
    ],
    limit: { perMinute: 20 },
  }),
  settle: endpoint({
    method: 'POST',
    path: '/groups/:groupId/own-pay/:itemId/settlement',
    summary: 'Say what it really cost, where I was given the money beforehand',
    ...member,
    params: ownItem,
    body: z.strictObject({ pence: wholePence, receipt: z.boolean() }),
    response: payItem,
    errors: [
      'codesign.no_place_here',
      'payments.item_not_found',
      'payments.nothing_to_settle',
      'payments.receipt_needed',
      'payments.claimed_already',
    ],
  }),
  setWay: endpoint({
    method: 'PUT',
    path: '/groups/:groupId/own-pay/way',
    summary: 'Say how money reaches me; bank details go into the vault, for the payment file alone',
    access: 'anyone',
    params: groupId,
    body: z.strictObject({ to: setWay }),
    response: ownWay,
    errors: ['codesign.no_place_here'],
    limit: { perMinute: 10 },
  }),
  forgetWay: endpoint({
    method: 'DELETE',
    path: '/groups/:groupId/own-pay/way',
    summary: 'Delete my bank details or my address, at once',
    access: 'anyone',
    params: groupId,
    response: z.object({ forgotten: z.literal(true) }),
    errors: ['codesign.no_place_here'],
  }),
} as const
