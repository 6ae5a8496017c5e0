#!/usr/bin/env node
/**
 * Checks the trail of a place without trusting who runs it:
 *
 *   node verify-trail.mjs [--key public.pem] trail.jsonl [checkpoints …]
 *
 * One file, no dependencies, Node 20 or newer. It shares no code with the product; what it recomputes is written down
 * in docs/audit.md. Each further file holds checkpoints, kept where the operator cannot change them: the anchor file,
 * the answer of /trail/checkpoints, or the line out of an e-mail. With the public key of whoever runs it (PEM, or the
 * same in base64; `--key` may stand there twice, after a change of keys) their signatures are checked too. Ends with 0 when all holds, 1 when not, 2 when it
 * could not look.
 *
 * @license MIT
 */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'

const NO_PLACE = '00000000-0000-0000-0000-000000000000'
const BEFORE_THE_FIRST = '0'.repeat(64)
const SHOWN = 20
const SIGNED = /^(.*),"signature":"([A-Za-z0-9+/]{86}==)"\}$/

const sha256 = (...parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

/** The twelve lines of version 1 whose SHA-256 is a link. Words are JSON, so that none can pass for two. */
const preimage = (e, prev, commit) =>
  [
    'howcanwe-trail-1',
    e.chain,
    e.seq,
    e.linkedAt,
    e.id,
    e.at,
    e.actorId ?? '-',
    JSON.stringify(e.action),
    `${JSON.stringify(e.subjectKind)} ${e.subjectId}`,
    e.requestId === null ? '-' : JSON.stringify(e.requestId),
    commit,
    prev,
  ].join('\n')

class Trail {
  constructor(keys) {
    this.keys = keys
  }

  findings = []
  found = 0
  events = 0
  matched = 0
  late = 0
  unreadable = 0
  unsigned = 0
  signed = 0
  accepted = []
  /** By chain: the number and hash of the last link read, and what the export says the end is. */
  chains = new Map()
  /** By chain: checkpoints by size. */
  checkpoints = new Map()

  find(chain, what) {
    this.found += 1
    if (this.found <= SHOWN) this.findings.push(`${chain}: ${what}`)
  }

  chain(id) {
    let chain = this.chains.get(id)
    if (!chain) {
      chain = { size: 0, hash: BEFORE_THE_FIRST, head: undefined }
      this.chains.set(id, chain)
    }
    return chain
  }

  addCheckpoint(c, from, isSigned = false) {
    if (typeof c?.chain !== 'string' || !Number.isSafeInteger(c.size) || typeof c.hash !== 'string')
      throw new Error(`${from} holds something that is not a checkpoint`)
    if (isSigned) this.signed += 1
    else this.unsigned += 1
    if (typeof c.accepted === 'string') this.accepted.push(c)
    const bySize = this.checkpoints.get(c.chain) ?? new Map()
    this.checkpoints.set(c.chain, bySize)
    const known = bySize.get(c.size)
    if (known && known.hash !== c.hash)
      this.find(c.chain, `two checkpoints of ${c.size} events differ (${known.from}, ${from})`)
    else bySize.set(c.size, { hash: c.hash, at: c.at, from, isSigned: isSigned || known?.isSigned })
  }

  /**
   * Checkpoints line by line. A crash may have cut a line of the anchor file: it is counted, and the others are read.
   * Without a key, signatures are passed over. With one, what comes after the first signed line has to be signed too.
   */
  addCheckpointLines(text, from) {
    let wasSigned = false
    for (const [i, line] of text
      .split('\n')
      .map((each) => each.trim())
      .entries()) {
      if (line === '') continue
      let c
      try {
        c = JSON.parse(line)
      } catch {
        this.unreadable += 1
        continue
      }
      const isSigned = this.keys.length > 0 && this.holds(line)
      if (isSigned === undefined)
        this.find(`${from}, line ${i + 1}`, 'its signature is not of this key: it was forged')
      else if (wasSigned && !isSigned)
        this.find(`${from}, line ${i + 1}`, 'is not signed, and lines before it are')
      else this.addCheckpoint(c, from, isSigned)
      wasSigned ||= isSigned === true
    }
  }

  /** The exact bytes of the line without its last member. False: no signature; undefined: one that does not hold. */
  holds(line) {
    const [, signed, signature] = SIGNED.exec(line) ?? []
    if (!signature) return line.includes('"signature"') ? undefined : false
    const bytes = Buffer.from(`${signed}}`)
    const sealed = Buffer.from(signature, 'base64')
    return this.keys.some((key) => verify(null, bytes, key, sealed)) || undefined
  }

  addLine(line, number) {
    if (line.trim() === '') return
    try {
      this.addParsed(JSON.parse(line))
    } catch {
      this.find(`line ${number}`, 'cannot be read')
    }
  }

  addParsed(e) {
    if (e.v !== 1 || typeof e.chain !== 'string')
      this.find('a line', `is of a version not known here: ${JSON.stringify(e.v)}`)
    else if (e.head) this.chain(e.chain).head = e.head
    else this.addEvent(e)
  }

  addEvent(e) {
    this.events += 1
    const chain = this.chain(e.chain)
    if (e.seq === null) {
      this.find(
        e.chain,
        `event ${e.id} (${e.action}) is in no chain: it was added past the product`,
      )
      return
    }
    if (e.seq !== chain.size + 1)
      this.find(
        e.chain,
        `after number ${chain.size} comes ${e.seq}: something was taken out, put in or moved`,
      )
    if (e.prev !== chain.hash)
      this.find(e.chain, `number ${e.seq} does not continue the one before it`)
    if (e.id === null) this.find(e.chain, `number ${e.seq}: its event is gone`)
    else this.checkContent(e)
    chain.size = e.seq
    chain.hash = e.hash
    this.compare(e)
  }

  checkContent(e) {
    if ((e.placeId ?? NO_PLACE) !== e.chain)
      this.find(e.chain, `number ${e.seq} was moved to another place`)
    if (sha256(Buffer.from(e.salt ?? '', 'hex'), e.detail ?? '') !== e.commit)
      this.find(e.chain, `number ${e.seq} (${e.action}): what it was before or after was changed`)
    if (sha256(preimage(e, e.prev, e.commit)) !== e.hash)
      this.find(e.chain, `number ${e.seq} (${e.action}): who, what, which or when was changed`)
    if (Math.abs(Date.parse(e.linkedAt) - Date.parse(e.at)) > 60_000) this.late += 1
  }

  compare({ chain, seq, hash }) {
    const c = this.checkpoints.get(chain)?.get(seq)
    if (!c) return
    if (c.hash === hash) this.matched += this.keys.length === 0 || c.isSigned ? 1 : 0
    else this.find(chain, `number ${seq} is not what the checkpoint of ${c.at} saw (${c.from})`)
  }

  end() {
    for (const [id, { size, hash, head }] of this.chains) {
      if (!head) this.find(id, 'the line that says where it ends is missing')
      else if (head.size !== size || (size > 0 && head.hash !== hash))
        this.find(id, `it ends at number ${size}, and the product last wrote number ${head.size}`)
      for (const [counted, c] of this.checkpoints.get(id) ?? [])
        if (counted > size)
          this.find(
            id,
            `it ends at number ${size}, and the checkpoint of ${c.at} saw ${counted} (${c.from})`,
          )
    }
    if (this.chains.size === 0) this.find('the file', 'holds no trail')
    if (this.keys.length > 0 && this.signed === 0)
      this.find('the checkpoints', 'none of them is signed with this key')
  }

  report() {
    const all = [...this.checkpoints.values()].flatMap((bySize) => [...bySize.values()])
    const given = this.keys.length > 0 ? all.filter((c) => c.isSigned).length : all.length
    const kind = this.keys.length > 0 ? 'signed checkpoints' : 'checkpoints'
    const elsewhere = [...this.checkpoints.keys()].filter((id) => !this.chains.has(id)).length
    return [
      `${this.events} events in ${this.chains.size} ${this.chains.size === 1 ? 'chain' : 'chains'}, ${this.matched} of ${given} ${kind} met.`,
      ...(elsewhere ? [`${elsewhere} of the chains with checkpoints are not in this file.`] : []),
      ...(this.unreadable ? [`${this.unreadable} lines with checkpoints cannot be read.`] : []),
      ...(this.keys.length > 0 && this.unsigned > 0
        ? [
            `Checkpoints without a signature: ${this.unsigned}. They were compared, and say nothing about who wrote them.`,
          ]
        : []),
      ...this.accepted.map(
        (c) =>
          `On ${c.at} whoever runs it went on from number ${c.size} of ${c.chain} although earlier checkpoints did not fit. They said: ${JSON.stringify(c.accepted)}`,
      ),
      ...(this.late
        ? [`${this.late} events were linked more than a minute after they say they happened.`]
        : []),
      ...(given === 0
        ? [
            'No checkpoints were given. A chain cut at its end, or written anew as a whole, would look like this too.',
          ]
        : []),
      ...this.findings.map((finding) => `FOUND ${finding}`),
      ...(this.found > SHOWN ? [`… and ${this.found - SHOWN} more.`] : []),
      this.found === 0 ? 'Everything holds.' : 'This trail was changed.',
    ]
  }
}

/** The answer of the API as it was saved, or checkpoints line by line. */
async function readCheckpoints(trail, file) {
  const text = await readFile(file, 'utf8')
  const saved = savedIn(text)
  if (saved) for (const c of saved) trail.addCheckpoint(c, file)
  else trail.addCheckpointLines(text, file)
}

function savedIn(text) {
  try {
    const whole = JSON.parse(text)
    return whole.items ?? (Array.isArray(whole) ? whole : undefined)
  } catch {
    return undefined
  }
}

async function readKey(file) {
  const text = await readFile(file, 'utf8')
  if (text.includes('-----BEGIN')) return createPublicKey(text)
  return createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' })
}

/** `--key file` as often as it stands there, and the files that are left. */
function split(given) {
  const keys = []
  const files = []
  for (let i = 0; i < given.length; i++)
    if (given[i] === '--key') keys.push(given[++i] ?? '')
    else files.push(given[i])
  return { keys, files }
}

async function main(given) {
  const { keys, files } = split(given)
  const [file, ...checkpoints] = files
  if (!file || file.startsWith('-'))
    throw new Error('Usage: node verify-trail.mjs [--key public.pem] trail.jsonl [checkpoints …]')
  const trail = new Trail(await Promise.all(keys.map(readKey)))
  for (const each of checkpoints) await readCheckpoints(trail, each)
  const input = createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })
  const failed = new Promise((_, fail) => input.once('error', fail))
  const read = async () => {
    let number = 0
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
      trail.addLine(line, ++number)
  }
  await Promise.race([read(), failed])
  trail.end()
  process.stdout.write(`${trail.report().join('\n')}\n`)
  return trail.found === 0 ? 0 : 1
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 2
}
