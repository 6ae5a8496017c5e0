const MONEY = /^\d{1,7}([.,]\d{1,2})?$/

/** '£1,250.50' → 125050 pence; '' → 0; undefined where it is no amount. A comma before two figures is a decimal. */
export function penceOf(typed: string): number | undefined {
  const bare = typed.replace(/[£€\s]/g, '').replace(/,(?=\d{3}(\D|$))/g, '')
  if (bare === '') return 0
  return MONEY.test(bare) ? Math.round(Number(bare.replace(',', '.')) * 100) : undefined
}
