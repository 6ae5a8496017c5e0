/** What stands on somebody's bank card, as people type it: blanks and dashes are no mistakes. */
const bare = (typed: string): string => typed.replaceAll(/[\s.-]/g, '').toUpperCase()

/** '12-34-56' → '123456'; undefined where it is not six digits. */
export const sortCodeOf = (typed: string): string | undefined => /^\d{6}$/.exec(bare(typed))?.[0]

/** Seven digits get a nought in front, as on old UK accounts. */
export function accountNumberOf(typed: string): string | undefined {
  const digits = bare(typed)
  return /^\d{7,8}$/.test(digits) ? digits.padStart(8, '0') : undefined
}

/** ISO 13616: letters count as two digits from A = 10, and the whole leaves 1 when divided by 97 (ISO 7064, MOD 97-10). */
function leavesOne(iban: string): boolean {
  const turned = iban.slice(4) + iban.slice(0, 4)
  let rest = 0
  for (const char of turned)
    for (const digit of Number.parseInt(char, 36).toString())
      rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

/** An international account number without blanks; undefined where its check digits do not fit. */
export function ibanOf(typed: string): string | undefined {
  const iban = bare(typed)
  return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban) && leavesOne(iban) ? iban : undefined
}
