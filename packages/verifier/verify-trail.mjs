#!/usr/bin/env node
/**
 * Checks the trail of a place without trusting who runs it: node verify-trail.mjs trail.jsonl [checkpoints …]
 *
 * One file, no dependencies, Node 20 or newer. It shares no code with the product; what it recomputes is written down
 * in docs/audit.md. Each further file holds checkpoints, kept where the operator cannot change them: the anchor file,
 * the answer of /trail/checkpoints, or the line out of an e-mail. Ends with 0 when all holds, 1 when not, 2 when it
 * could not look.
 *
 * @license MIT
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'

const NO_PLACE = '00000000-0000-0000-0000-000000000000'
const BEFORE_THE_FIRST = '0'.repeat(64)
const SHOWN = 20

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
  findings = []
  found = 0
  events = 0
  matched = 0
  late = 0
  unreadable = 0
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

  addCheckpoint(c, from) {
    if (typeof c?.chain !== 'string' || !Number.isSafeInteger(c.size) || typeof c.hash !== 'string')
      throw new Error(`${from} holds something that is not a checkpoint`)
    const bySize = this.checkpoints.get(c.chain) ?? new Map()
    this.checkpoints.set(c.chain, bySize)
    const known = bySize.get(c.size)
    if (known && known.hash !== c.hash)
      this.find(c.chain, `two checkpoints of ${c.size} events differ (${known.from}, ${from})`)
    else bySize.set(c.size, { hash: c.hash, at: c.at, from })
  }

  /** A crash may have cut a line of the anchor file: it is counted, and the others are read. */
  checkpointIn(line) {
    if (line.trim() === '') return []
    try {
      return [JSON.parse(line)]
    } catch {
      this.unreadable += 1
      return []
    }
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
    if (c.hash === hash) this.matched += 1
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
  }

  report() {
    const given = [...this.checkpoints.values()].reduce((sum, c) => sum + c.size, 0)
    const elsewhere = [...this.checkpoints.keys()].filter((id) => !this.chains.has(id)).length
    return [
      `${this.events} events in ${this.chains.size} ${this.chains.size === 1 ? 'chain' : 'chains'}, ${this.matched} of ${given} checkpoints met.`,
      ...(elsewhere ? [`${elsewhere} of the chains with checkpoints are not in this file.`] : []),
      ...(this.unreadable ? [`${this.unreadable} lines with checkpoints cannot be read.`] : []),
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

/** Checkpoints line by line, or the answer of the API as it was saved. */
async function readCheckpoints(trail, file) {
  const text = await readFile(file, 'utf8')
  let whole
  try {
    whole = JSON.parse(text)
  } catch {
    whole = text.split('\n').flatMap((line) => trail.checkpointIn(line))
  }
  for (const c of whole.items ?? (Array.isArray(whole) ? whole : [whole]))
    trail.addCheckpoint(c, file)
}

async function main([file, ...checkpoints]) {
  if (!file || file.startsWith('-'))
    throw new Error('Usage: node verify-trail.mjs trail.jsonl [checkpoints …]')
  const trail = new Trail()
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
