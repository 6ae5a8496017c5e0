/** Open Referral UK 3.0, `service.status`. */
export const SERVICE_STATES = ['active', 'inactive', 'defunct', 'temporarily closed'] as const
export type ServiceState = (typeof SERVICE_STATES)[number]
