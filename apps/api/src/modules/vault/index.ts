export {
  destroy,
  open,
  openBytes,
  putAway,
  putAwayBytes,
  whoHas,
} from './vault.usecases.ts'
