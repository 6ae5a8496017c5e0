/** A telephone number and an email address, to tap. */
export function Reach({ phone, email }: { phone: string | null; email: string | null }) {
  return (
    <>
      {phone ? (
        <a className="govuk-link" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
          {phone}
        </a>
      ) : null}
      {phone && email ? ', ' : null}
      {email ? (
        <a className="govuk-link" href={`mailto:${email}`}>
          {email}
        </a>
      ) : null}
    </>
  )
}
