export { squeezeOutsContract, TEXT_MAX } from './squeeze-outs.contract.ts'
export {
  LANGUAGES_CHECKED,
  type LanguageChecked,
  SEVERITIES,
  type Severity,
  SQUEEZE_OUTS,
  type SqueezeOut,
  type SqueezeOutBrief,
  type SqueezeOutFinding,
  squeezeOutBrief,
  squeezeOutFinding,
} from './squeeze-outs.schemas.ts'
