import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

/** Pages arrive in chunks of their own; two busy cores need longer than a second for that. */
configure({ asyncUtilTimeout: 8000 })

afterEach(cleanup)
