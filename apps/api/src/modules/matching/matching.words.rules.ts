/** Words that say nothing about what an organisation is for; stems, English and Dutch. */
const EMPTY_WORDS = new Set(
  `peopl person individu communiti group local resid live work area organis chariti support help provid servic activ
   need make get use promot develop improv gener public benefit includ want know find keep way day year plan new
   mens bewon buurt groep lokal werk help steun activiteit organisatie dienst nieuw dag jar`.split(
    /\s+/,
  ),
)
/** Stems worth comparing. */
export const sayingWords = (stems: readonly string[]): string[] =>
  stems.filter((s) => /^\p{L}{3,}$/u.test(s) && !EMPTY_WORDS.has(s))
