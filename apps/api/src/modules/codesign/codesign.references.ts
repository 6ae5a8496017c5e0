import { randomInt } from 'node:crypto'

/** Plain, friendly words that most people can spell and say on a bad line. */
const WORDS = {
  en: (
    'APPLE ACORN AMBER BADGER BASIL BEECH BERRY BISCUIT BUTTER CANDLE CARROT CEDAR CHERRY CLOVER COCOA CORAL ' +
    'COTTON CRUMBLE DAISY DOLPHIN FALCON FEATHER FERN FIDDLE GARDEN GINGER HARBOUR HAZEL HEDGEHOG HONEY IVY ' +
    'JUNIPER KETTLE LADDER LANTERN LAVENDER LEMON MAPLE MARBLE MEADOW MUSTARD NUTMEG OLIVE OTTER PARSLEY ' +
    'PEPPER PLUM PUFFIN PUMPKIN QUILT RABBIT RIBBON ROBIN SAFFRON SPARROW SPOON THIMBLE THISTLE TULIP ' +
    'VELVET WALNUT WILLOW'
  ).split(' '),
  nl: (
    'APPEL AMANDEL ANIJS BANAAN BEUK BLOESEM BOTER BRAAM CITROEN DADEL DOLFIJN DRUIF EEKHOORN EGEL EIKEL FAZANT ' +
    'FLUIT GEMBER GITAAR HAZELAAR HONING IJSVOGEL JASMIJN KANEEL KASTANJE KERS KETEL KLAVER KOMPAS KRUIMEL LADDER ' +
    'LAVENDEL LEPEL LIJSTER LINDE MADELIEF MELOEN MEREL MOSTERD MUNT NOOT OLIJF OTTER PADDENSTOEL PEER PEPER ' +
    'PERZIK POMPOEN PRUIM ROOS SAFFRAAN SPERWER SPREEUW TIJM TULP VAREN VEER VIJG VLIEGER VLINDER WALNOOT WILG ' +
    'ZEEHOND ZWALUW'
  ).split(' '),
}
const PATIENCE = 12

/**
 * A reference to say on the telephone: "PLUM-47". Drawn at random; three digits once two are getting scarce, and
 * more where somebody has used those up.
 *
 * @param attempt how many drawn before were taken already, from 0
 */
export function newReference(language: string, attempt: number): string {
  const words = WORDS[language === 'nl' ? 'nl' : 'en']
  const digits = attempt < PATIENCE ? 2 : attempt < 2 * PATIENCE ? 3 : 8
  const number = randomInt(10 ** (digits - 1), 10 ** digits)
  return `${words[randomInt(words.length)]}-${number}`
}

/**
 * Words by which a group is joined: "maple-otter", to print on a poster and to type on any phone.
 *
 * @param attempt how many drawn before were taken already, from 0
 */
export function newJoinCode(language: string, attempt: number): string {
  const words = WORDS[language === 'nl' ? 'nl' : 'en']
  const word = () => (words[randomInt(words.length)] ?? '').toLowerCase()
  return [word(), word(), ...(attempt < PATIENCE ? [] : [String(randomInt(10, 100_000))])].join('-')
}

/**
 * A code that opens something, to print on a slip and to say on a bad line: "PLUM-4721-OTTER". Forty million of them,
 * so that five guesses a day find none.
 */
export function newSlipCode(language: string): string {
  const words = WORDS[language === 'nl' ? 'nl' : 'en']
  const word = () => words[randomInt(words.length)]
  return `${word()}-${randomInt(1_000, 10_000)}-${word()}`
}
