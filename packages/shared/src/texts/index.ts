export { textsContract } from './texts.contract.ts'
export { CAME_OF, type CameOf, type WaitingText } from './texts.schemas.ts'
