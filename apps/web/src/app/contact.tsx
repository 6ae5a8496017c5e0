import type { Place } from '@howcanwe/shared/places'

const telOf = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, '')}`

/** A named human and how to reach them (PE6). */
export function Contact({ contact }: { contact: Place['contact'] }) {
  return (
    <address className="hcw-contact">
      <strong>{contact.name}</strong>
      <span>{contact.role}</span>
      {contact.phone ? <a href={telOf(contact.phone)}>{contact.phone}</a> : null}
      {contact.email ? <a href={`mailto:${contact.email}`}>{contact.email}</a> : null}
      {contact.hours ? <span>{contact.hours}</span> : null}
    </address>
  )
}
