export { consentsContract } from './consents.contract.ts'
export {
  type Consent,
  type Look,
  PURPOSES,
  type Purpose,
  SUBJECT_KINDS,
  type SubjectKind,
  type Wording,
} from './consents.schemas.ts'
