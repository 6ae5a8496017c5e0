import { act, render, screen } from '@testing-library/react'
import { lazy, Suspense } from 'react'
import { MemoryRouter, type NavigateFunction, Route, Routes, useNavigate } from 'react-router'
import { expect, it } from 'vitest'
import { testWords } from '../../test/render.tsx'
import { UiWordsProvider } from '../ui/index.ts'
import { Redirect } from './redirect.tsx'

let go: NavigateFunction = () => undefined
function Steer() {
  go = useNavigate()
  return null
}

it('somebody who is sent on a second time, while her desk still loads, arrives all the same', async () => {
  let arrive: () => void = () => undefined
  const Desk = lazy(async () => {
    await new Promise<void>((done) => {
      arrive = done
    })
    return { default: () => <h1>Your desk</h1> }
  })
  render(
    <UiWordsProvider words={testWords}>
      <MemoryRouter initialEntries={['/welcome']}>
        <Steer />
        <Suspense fallback={null}>
          <Routes>
            <Route path="/welcome" element={<Redirect to="/desk" />} />
            <Route path="/desk" element={<Desk />} />
          </Routes>
        </Suspense>
      </MemoryRouter>
    </UiWordsProvider>,
  )
  await act(async () => go('/welcome', { replace: true }))
  await act(async () => arrive())
  expect(await screen.findByRole('heading', { name: 'Your desk' })).toBeVisible()
})
