export { contactsContract } from './contacts.contract.ts'
export {
  CONTACT_COLUMNS,
  type Contact,
  type ContactColumn,
  type ContactInput,
  contactInput,
  type ImportLine,
  type ImportPreview,
  LINE_PROBLEMS,
  LINE_STATES,
  type LineProblem,
  type LineState,
  MOST_BYTES,
  MOST_ROWS,
  type NewContact,
  newContact,
} from './contacts.schemas.ts'
