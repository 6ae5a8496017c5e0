export { type Hub, liveHub, type Saying } from './live.hub.ts'
export { LIVE_CHANNEL, type LiveEvent, tellLive } from './live.notify.ts'
export { streamHeaders } from './live.stream.ts'
