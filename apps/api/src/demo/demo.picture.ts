import sharp from 'sharp'

const WIDE = 960
const HIGH = 640
type Colour = readonly [number, number, number]
const SKY: Colour = [214, 230, 238]
const WALL: Colour = [196, 122, 92]
const DOOR: Colour = [34, 92, 72]
const PATH: Colour = [176, 170, 160]
const GRASS: Colour = [120, 158, 96]

/** What stands at a point of the picture: sky, a brick house with a green awning and door, a ramp, grass. */
function colourAt(x: number, y: number): Colour {
  const isHouse = x > 180 && x < 800 && y > 150 && y < 480
  if (x > 540 && x < 680 && y > 280 && y < 480) return DOOR
  if (x > 510 && x < 710 && y > 235 && y <= 270) return DOOR
  const isWindow = y > 230 && y < 340 && ((x > 240 && x < 330) || (x > 380 && x < 470))
  if (isHouse) return isWindow ? SKY : WALL
  const rampTop = 480 + Math.max(0, 540 - x) / 6
  if (y > rampTop && y < rampTop + 60 && x > 60 && x < 690) return PATH
  return y > 480 ? GRASS : SKY
}

/** A drawing of the way in to the lunch club: nobody’s photograph, and nobody on it. */
export async function theWayIn(): Promise<{ data: Buffer; width: number; height: number }> {
  const raw = Buffer.alloc(WIDE * HIGH * 3)
  for (let y = 0; y < HIGH; y++)
    for (let x = 0; x < WIDE; x++) raw.set(colourAt(x, y), (y * WIDE + x) * 3)
  const data = await sharp(raw, { raw: { width: WIDE, height: HIGH, channels: 3 } })
    .webp({ quality: 80 })
    .toBuffer()
  return { data, width: WIDE, height: HIGH }
}
