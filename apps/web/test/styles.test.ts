// @vitest-environment node
import { join } from 'node:path'
import { compile, NodePackageImporter } from 'sass'
import { describe, expect, it } from 'vitest'

const from = (path: string) => join(import.meta.dirname, path)
const { css } = compile(from('../src/styles/main.scss'), {
  loadPaths: [from('../node_modules')],
  importers: [new NodePackageImporter()],
  quietDeps: true,
  style: 'compressed',
})

/** Relative luminance and contrast, WCAG 2.2. */
const channel = (hex: string): number => {
  const c = Number.parseInt(hex, 16) / 255
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
}
const luminance = (hex: string): number =>
  0.2126 * channel(hex.slice(1, 3)) +
  0.7152 * channel(hex.slice(3, 5)) +
  0.0722 * channel(hex.slice(5, 7))
const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}
const value = (name: string): string => {
  const hex = new RegExp(`--${name}:\\s*(#[0-9a-f]{3,6})`, 'i').exec(css)?.[1]
  if (!hex) throw new Error(`No colour --${name}`)
  return hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex
}

const GROUNDS = ['hcw-paper', 'hcw-sand', 'hcw-field']

describe('someone with weak eyes', () => {
  it.each([
    'hcw-ink',
    'hcw-ink-soft',
    'hcw-pine',
    'hcw-brick',
    'hcw-plum',
    'hcw-slate',
    'hcw-caution',
    'govuk-link-colour',
    'govuk-link-visited-colour',
    'govuk-error-colour',
    'govuk-success-colour',
  ])('reads %s on paper, sand and white at 4.5 to 1 or better', (name) => {
    for (const ground of GROUNDS) {
      expect(contrast(value(name), value(ground))).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('sees the edge of a field at 3 to 1 or better', () => {
    for (const ground of GROUNDS) {
      expect(contrast(value('govuk-input-border-colour'), value(ground))).toBeGreaterThanOrEqual(3)
    }
  })

  it('sees what has focus by an ink line, because marigold alone does not show on paper', () => {
    expect(contrast(value('govuk-focus-colour'), value('hcw-paper'))).toBeLessThan(3)
    expect(css).toMatch(/a:focus[^{]*\{outline:3px solid #1f1b16/)
  })
})

describe('nobody takes this for a site of the government', () => {
  it.each([
    /gds[ -]?transport/i,
    /crown/i,
    /crest/i,
    /logotype/i,
    /govuk-header/i,
    /govuk-footer/i,
  ])('no trace of %s in the stylesheet', (mark) => {
    expect(css).not.toMatch(mark)
  })

  it('nothing is loaded from elsewhere, and nothing is inlined that a strict policy would refuse', () => {
    const urls = [...css.matchAll(/url\(["']?([^"')]+)/g)].map((match) => match[1])
    expect(urls.length).toBeGreaterThan(0)
    for (const url of urls) expect(url).not.toMatch(/^(https?:|\/\/|data:)/)
  })

  it('has no media query that a strict parser refuses', () => {
    expect(css).not.toContain('screen\\0')
  })
})

describe('the look', () => {
  it('moves nothing, casts no shadow but the foot of a button and the ring of focus, and has no gradient', () => {
    expect(css).not.toMatch(/@keyframes|transition:(?!none)|animation:(?!none)/)
    expect(css).not.toMatch(
      /(?<!repeating-)linear-gradient|radial-gradient|backdrop-filter|text-transform:uppercase/,
    )
    const shadows = [...css.matchAll(/box-shadow:([^;}]+)/g)].map((match) => match[1] ?? '')
    for (const shadow of shadows) expect(shadow).not.toMatch(/\b[1-9]\d*px [1-9]\d*px [1-9]\d*px/)
  })
})
