export { hasPasskey } from './passkeys.queries.ts'
export { passkeysRoutes } from './passkeys.routes.ts'
