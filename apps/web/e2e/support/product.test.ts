import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Product, startProduct } from './product.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})

afterAll(() => product?.stop())

it('serves its pages and its API from one address', async () => {
  const page = await fetch(product.url)
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect((await fetch(`${product.url}/api/openapi.json`)).status).toBe(200)
  expect((await fetch(`${product.url}/api/v1/me`)).status).toBe(401)
})

it('takes nothing along when it ends', async () => {
  const short = await startProduct()
  await short.stop()
  await expect(fetch(short.url)).rejects.toThrow()
})
