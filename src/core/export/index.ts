export { trainingCommands, type TrainingCommand } from './commands.js';
export { exportDataset, type ExportReport } from './exportDataset.js';
export { exportFormats, findFormat } from './formats.js';
export { csvColumns, defaultCsvColumns } from './csv.js';
export type { ExportedFile, Counts } from './manifest.js';
export type { ExportOptions, ExportPorts, ExportProblem } from './options.js';
export { leaveOutReasons, lossReasons } from './reasons.js';
export { Places } from './places.js';
export type { ExportFormat, LeaveOut, Loss, RowFormat, RowSettings } from './format.js';
