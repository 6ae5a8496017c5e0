import { SectorMark } from '../../ui/index.ts'

/** Who asks: always a public body, so always the square. */
export function AskerMark({ name }: { name: string }) {
  return <SectorMark shape="square" tone="slate" word={name} />
}
