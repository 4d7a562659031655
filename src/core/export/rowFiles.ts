import { splitNames, type SplitName } from '../dataset/model.js';
import type { DatasetReader, PairView } from '../dataset/view.js';
import type { Hash, OpenSink } from '../ports.js';
import type { Assignment } from '../splits/index.js';
import { FileSet } from './fileSet.js';
import type { RowFormat } from './format.js';
import type { ExportedFile } from './manifest.js';
import { documentStems } from './names.js';
import type { ExportOptions } from './options.js';
import { provenance, provenanceFile } from './provenance.js';
import { rowPair, type RowMaker } from './row.js';
import { byDocument, views, type Chosen } from './select.js';
import type { Written } from './writer.js';
import { Cancelled, Changed } from './writing.js';

/** A file to be, and the pairs whose rows it holds. */
interface Part {
  readonly path: string;
  readonly chosen: readonly Chosen[];
  readonly split?: SplitName | undefined;
  readonly document?: string | undefined;
}

export interface RowJob {
  readonly reader: DatasetReader;
  readonly format: RowFormat;
  /** The one that chose the pairs, so that rows have the shape that was settled then. */
  readonly maker: RowMaker;
  readonly options: ExportOptions;
  readonly open: OpenSink;
  /** The dataset's name, fit for a file. */
  readonly name: string;
  readonly chosen: readonly Chosen[];
  readonly splits: Assignment | undefined;
  readonly hash: Hash;
  /** Called once for each pair that goes out. */
  readonly count: (view: PairView) => void;
}

/** Writes a file for each split (they appear together), or one for all and perhaps one a document. */
export async function writeRowFiles(job: RowJob): Promise<ExportedFile[]> {
  const { maker } = job;
  const written = await writeParts(job, maker, splitParts(job), job.count);
  // One at a time, so that thousands of documents do not mean thousands of open files.
  for (const part of documentParts(job))
    written.push(...(await writeParts(job, maker, [part], () => undefined)));
  return written;
}

function splitParts({ format, name, chosen, splits }: RowJob): Part[] {
  if (splits === undefined) return [{ path: format.fileName(name, undefined), chosen }];
  return splitNames
    .map((split) => ({
      path: format.fileName(name, split),
      split,
      chosen: chosen.filter(({ info }) => splits.splitOf(info.id) === split),
    }))
    .filter((part) => part.chosen.length > 0);
}

function documentParts({ reader, format, name, chosen, splits }: RowJob): Part[] {
  if (splits !== undefined || format.documentFile === undefined) return [];
  const stems = documentStems(reader.documents(), [name]);
  return [...byDocument(chosen)].flatMap(([id, own]) => {
    const document = id === undefined ? undefined : reader.document(id);
    const stem = id === undefined ? undefined : stems.get(id);
    return document === undefined || stem === undefined
      ? []
      : [{ path: format.documentFile?.(stem) ?? stem, document: document.path, chosen: own }];
  });
}

async function writeParts(
  job: RowJob,
  maker: RowMaker,
  parts: readonly Part[],
  count: (view: PairView) => void,
): Promise<ExportedFile[]> {
  const { reader, options, format } = job;
  const files = new FileSet(job.open, options.folder);
  const about: Omit<ExportedFile, keyof Written>[] = [];
  const { written } = await files.during(async () => {
    for (const { path, chosen, split, document } of parts) {
      const expected = new Map(chosen.map(({ info, rows }) => [info.id, rows]));
      const of = {
        ...(split === undefined ? {} : { split }),
        ...(document === undefined ? {} : { document }),
      };
      const rows = await files.open(path, format.container);
      about.push(of);
      const sidecar =
        options.provenance === true ? await files.open(provenanceFile(path), 'lines') : undefined;
      if (sidecar !== undefined) about.push({ ...of, sidecar: true });
      for await (const view of views(reader, [...expected.keys()], options.signal)) {
        const made = maker.make(rowPair(view));
        if ('out' in made || job.hash(JSON.stringify(made.rows)) !== expected.get(view.id))
          throw new Changed();
        for (const row of made.rows) {
          await rows.write(row);
          await sidecar?.write(provenance(reader, view));
        }
        count(view);
      }
      if (options.signal?.aborted === true) throw new Cancelled();
    }
  });
  return written.map((file, i) => ({ ...file, ...about[i] }));
}
