import type { ExportReport } from './exportDataset.js';
import type { ExportedFile } from './manifest.js';

/** How to train on an export with one tool. */
export interface TrainingCommand {
  readonly tool: 'TRL' | 'LLaMA-Factory' | 'mlx-lm';
  /** A file that the tool needs besides, to be written into the export's folder. */
  readonly file?: { readonly path: string; readonly text: string } | undefined;
  /** Shell commands, in order: for a POSIX shell, and for PowerShell where the folder is on Windows. */
  readonly commands: readonly string[];
}

/** A small model that all three tools know; users put their own in its place. */
const defaultModel = 'Qwen/Qwen2.5-0.5B-Instruct';

const trlFormats: ReadonlySet<string> = new Set([
  'messages',
  'prompt-completion',
  'alpaca-text',
  'chatml',
  'text',
  'mlx',
]);

/** The commands that train on an export, for each tool that reads its shape. Flags as of TRL 1.16, LLaMA-Factory 0.9 and mlx-lm 0.32. */
export function trainingCommands(report: ExportReport, model = defaultModel): TrainingCommand[] {
  const train = main(report, 'train');
  if (train === undefined) return [];
  const tools = [trl, llamaFactory, mlxLm];
  // Every shell and trainer of Windows takes slashes, where backslashes mean something else to some.
  const folder = onWindows.test(report.folder) ? report.folder.replaceAll('\\', '/') : report.folder;
  return tools.flatMap((tool) => tool({ ...report, folder }, train, model) ?? []);
}

/** The file of a split; for `train`, where there are no splits, the one that holds everything. */
function main(report: ExportReport, split: 'train' | 'validation' | 'test'): ExportedFile | undefined {
  const whole = report.files.filter((file) => file.sidecar !== true && file.document === undefined);
  return whole.find((file) => file.split === split || (split === 'train' && file.split === undefined));
}

/** A drive, or a share. */
const onWindows = /^(?:[a-z]:[\\/]|\\\\|\/\/)/i;

/** Quoted where that is needed: for a POSIX shell, or for those of Windows, where no path has a quotation mark in it. */
function quote(text: string): string {
  if (/^[\w./:@%+=-]+$/.test(text)) return text;
  return onWindows.test(text) ? `"${text}"` : `'${text.replaceAll("'", "'\\''")}'`;
}
/** Beside the folder of the export: inside it, loaders would take copies and logs for data. */
const beside = ({ folder }: ExportReport, name: string): string =>
  quote(`${folder.replace(/(?<=[^/])\/+$/, '')}-${name}`);
const inFolder = (report: ExportReport, path: string): string => quote(`${report.folder}/${path}`);

/**
 * `trl sft --dataset_name FOLDER` finds train and validation by their names (datasets.load_dataset). Where there is
 * no split, or a sidecar that it would take for rows, a YAML file names the data instead.
 */
function trl(report: ExportReport, train: ExportedFile, model: string): TrainingCommand | undefined {
  if (!trlFormats.has(report.format)) return undefined;
  const common = `--model_name_or_path ${quote(model)} --use_peft --learning_rate 2e-4 --num_train_epochs 3`;
  const out = `--output_dir ${beside(report, 'trl')}`;
  const sidecars = report.files.some((file) => file.sidecar === true);
  if (train.split !== undefined && !sidecars) {
    const evaluated = main(report, 'validation');
    const evaluation =
      evaluated === undefined ? '' : ' --dataset_test_split validation --eval_strategy epoch';
    const data = `--dataset_name ${quote(report.folder)}${evaluation}`;
    return { tool: 'TRL', commands: [`trl sft ${common} ${data} ${out}`] };
  }
  const data = JSON.stringify(`${report.folder}/${train.path}`);
  return {
    tool: 'TRL',
    file: { path: 'trl.yaml', text: `datasets:\n  - path: json\n    data_files: ${data}\n` },
    commands: [`trl sft --config ${inFolder(report, 'trl.yaml')} ${common} ${out}`],
  };
}

/** LLaMA-Factory reads what `dataset_info.json` in its `--dataset_dir` describes, by name. */
function llamaFactory(report: ExportReport, train: ExportedFile, model: string): TrainingCommand | undefined {
  const described = description(report);
  if (described === undefined) return undefined;
  const evaluated = main(report, 'validation');
  const info = {
    pairsmith_train: { file_name: train.path, ...described },
    ...(evaluated === undefined ? {} : { pairsmith_validation: { file_name: evaluated.path, ...described } }),
  };
  const stage = report.format === 'text' ? 'pt' : 'sft';
  const evaluation =
    evaluated === undefined ? '' : ' --eval_dataset pairsmith_validation --eval_strategy epoch';
  const command =
    `llamafactory-cli train --stage ${stage} --do_train --model_name_or_path ${quote(model)} --template qwen ` +
    `--finetuning_type lora --lora_target all --dataset_dir ${quote(report.folder)} --dataset pairsmith_train` +
    `${evaluation} --learning_rate 1e-4 --num_train_epochs 3 --output_dir ${beside(report, 'llamafactory')}`;
  const file = { path: 'dataset_info.json', text: `${JSON.stringify(info, null, 2)}\n` };
  return { tool: 'LLaMA-Factory', file, commands: [command] };
}

/** The columns of a format, every one of them, as LLaMA-Factory's data/README.md names them. */
function description(report: ExportReport): Readonly<Record<string, unknown>> | undefined {
  const { format, settings } = report;
  if (format === 'messages' || format === 'mlx')
    return {
      formatting: 'sharegpt',
      columns: { messages: 'messages' },
      tags: {
        role_tag: 'role',
        content_tag: 'content',
        user_tag: 'user',
        assistant_tag: 'assistant',
        system_tag: 'system',
      },
    };
  if (format === 'sharegpt') return { formatting: 'sharegpt', columns: { messages: 'conversations' } };
  if (format === 'alpaca') {
    const system = settings.system === undefined ? {} : { system: 'system' };
    const history = settings.history === true ? { history: 'history' } : {};
    return { columns: { prompt: 'instruction', query: 'input', response: 'output', ...system, ...history } };
  }
  if (format === 'prompt-completion' && settings.strings === true)
    return { columns: { prompt: 'prompt', response: 'completion' } };
  return format === 'text' ? { columns: { prompt: 'text' } } : undefined;
}

/** mlx-lm reads `train.jsonl`, `valid.jsonl` and `test.jsonl` of a folder, and stops where there is no `valid.jsonl`. */
function mlxLm(report: ExportReport, train: ExportedFile, model: string): TrainingCommand | undefined {
  const strings = report.format === 'prompt-completion' && report.settings.strings === true;
  const chat = report.format === 'messages' || report.format === 'mlx';
  const plain = ['text', 'chatml', 'alpaca-text'].includes(report.format);
  const validation = main(report, 'validation');
  if (!(strings || chat || plain) || validation === undefined) return undefined;
  const named = validation.path === 'valid.jsonl';
  const folder = named ? quote(report.folder) : beside(report, 'mlx');
  const copies = [
    [train, 'train.jsonl'],
    [validation, 'valid.jsonl'],
    [main(report, 'test'), 'test.jsonl'],
  ] as const;
  const prepare = copies.flatMap(([file, name]) =>
    file === undefined ? [] : [`cp ${inFolder(report, file.path)} ${beside(report, `mlx/${name}`)}`],
  );
  const batch = 4;
  const iterations = Math.max(1, Math.ceil((train.rows / batch) * 3)); // Three times through the data.
  const mask = plain ? '' : ' --mask-prompt';
  return {
    tool: 'mlx-lm',
    commands: [
      ...(named ? [] : [`mkdir -p ${folder}`, ...prepare]),
      `mlx_lm.lora --train --model ${quote(model)} --data ${folder} --batch-size ${batch} --iters ${iterations}${mask} ` +
        `--adapter-path ${beside(report, 'adapters')}`,
    ],
  };
}
