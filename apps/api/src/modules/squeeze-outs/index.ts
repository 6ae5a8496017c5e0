export { checkBrief, type Today } from './brief.rules.ts'
export { squeezeOutsRoutes } from './squeeze-outs.routes.ts'
export { checkText } from './squeeze-outs.rules.ts'
