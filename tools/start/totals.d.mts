export type Totals = { readonly passed: number; readonly failed: number; readonly skipped: number }

export declare const noTests: Totals

export declare const sum: (a: Totals, b: Totals) => Totals

export declare const totalsOf: (report: unknown, status: number) => Totals
