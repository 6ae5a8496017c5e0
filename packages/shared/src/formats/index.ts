export { formatsContract } from './formats.contract.ts'
export {
  chooseFormats,
  FORMATS,
  type Format,
  formats,
  type MyFormats,
  myFormats,
} from './formats.schemas.ts'
