export { importServices, type ServicesReport } from './import-services.ts'
export { serviceLines } from './services.report.ts'
export { servicesWords } from './services.words.ts'
