export { checkBrief, type Today } from './brief.rules.ts'
export { checkText } from './squeeze-outs.rules.ts'
