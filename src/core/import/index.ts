export type { InputFile } from './bytes.js';
export { convertRecords, type ConvertOptions, type ConvertProblem, type ConvertReport } from './convert.js';
export type { Finding } from './findings.js';
export { importRecords, type Imported } from './importRecords.js';
export { shapes } from './shapes.js';
export { validateFiles, type ValidateReport } from './validate.js';
