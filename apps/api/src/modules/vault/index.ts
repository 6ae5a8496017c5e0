export {
  destroy,
  destroyOne,
  open,
  openBytes,
  putAway,
  putAwayBytes,
  whoHas,
} from './vault.usecases.ts'
