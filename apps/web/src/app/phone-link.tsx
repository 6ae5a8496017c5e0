const telOf = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, '')}`

/** A number to ring by touching it; it stays in one piece on a line. */
export function PhoneLink({ phone }: { phone: string }) {
  return (
    <a className="govuk-link hcw-phone" href={telOf(phone)}>
      {phone}
    </a>
  )
}
