import { contactsContract as contract, MOST_BYTES } from '@howcanwe/shared/contacts'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import * as book from './contacts.book.usecases.ts'
import * as files from './contacts.import.usecases.ts'
import type { Spelling } from './contacts.rows.rules.ts'

/** A whole file in base64, and what stands around it. */
const A_FILE = { bodyLimit: MOST_BYTES * 2 + 4096 }

/** @param spelling how lists leave, and what themes are called there; that noun lives further right */
export function contactsRoutes(app: FastifyInstance, deps: Deps, spelling: Spelling): void {
  serve(app, contract.list, ({ actor, params, body }) =>
    book.list(deps, actor, { ...body, ...params }),
  )
  serve(app, contract.add, ({ actor, params, body }) =>
    book.add(deps, actor, { ...params, input: body }),
  )
  serve(
    app,
    contract.look,
    ({ actor, params, body }) => files.look(deps, actor, { ...body, ...params, spelling }),
    A_FILE,
  )
  serve(
    app,
    contract.bringIn,
    ({ actor, params, body }) => files.bringIn(deps, actor, { ...body, ...params, spelling }),
    A_FILE,
  )
  serve(app, contract.told, ({ actor, params, body }) =>
    book.tell(deps, actor, { ...params, ...body }),
  )
  serve(app, contract.read, ({ actor, params }) => book.read(deps, actor, params.contactId))
  serve(app, contract.change, ({ actor, params, body, version }) =>
    book.change(deps, actor, { ...params, version }, body),
  )
  serve(app, contract.remove, async ({ actor, params, body }) => {
    await book.remove(deps, actor, { ...params, ...body })
    return undefined
  })
}
