import { endpoint } from '../http/index.ts'
import { chooseFormats, myFormats } from './formats.schemas.ts'

export const formatsContract = {
  mine: endpoint({
    method: 'GET',
    path: '/me/formats',
    summary: 'How I like to read and follow, and which groups see it',
    access: 'signed-in',
    response: myFormats,
  }),
  choose: endpoint({
    method: 'PUT',
    path: '/me/formats',
    summary: 'Choose how I like to read and follow; an empty list takes it all back',
    access: 'signed-in',
    ifMatch: true,
    body: chooseFormats,
    response: myFormats,
    errors: ['consents.wording_unknown'],
  }),
} as const
