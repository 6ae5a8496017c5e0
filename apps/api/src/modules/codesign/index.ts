export { codesignRoutes } from './codesign.routes.ts'
