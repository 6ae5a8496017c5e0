export { notificationsContract } from './notifications.contract.ts'
