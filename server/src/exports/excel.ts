/** The library for spreadsheets is heavy, and few requests need it: it is loaded with the first of them and not at the start. */
export const excel = async () => (await import('exceljs')).default
