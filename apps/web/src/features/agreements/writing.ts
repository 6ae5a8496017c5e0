import { AGREEMENT_TEXTS, type Agreement, type AgreementText } from '@howcanwe/shared/agreements'

/** What all parties say together as the form holds it. */
export const pageOf = (agreement: Agreement) => ({
  title: agreement.title,
  ...(Object.fromEntries(AGREEMENT_TEXTS.map((name) => [name, agreement[name]])) as Record<
    AgreementText,
    string
  >),
  payDays: String(agreement.payDays),
})

/** One party's own box as the form holds it. */
export function boxOf(agreement: Agreement, organisationId: string) {
  const party = agreement.parties.find((one) => one.organisation.id === organisationId)
  return {
    interests: party?.interests ?? '',
    role: party?.role ?? '',
    hoursPerMonth: party?.interests ? String(party.hoursPerMonth) : '',
    pence: party?.pence ? String(party.pence / 100) : '',
    advance: party?.advance ?? false,
  }
}
