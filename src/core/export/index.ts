export { exportSummary } from './summary.js';
export { trainingCommands, type TrainingCommand } from './commands.js';
export { exportDataset, type ExportReport } from './exportDataset.js';
export { exportFormats } from './formats.js';
export { csvColumns } from './csv.js';
export type { ExportedFile, Counts } from './manifest.js';
export type { ExportOptions, ExportPorts, ExportProblem } from './options.js';
export type { ExportFormat, LeaveOut, Loss, RowFormat, RowSettings } from './format.js';
