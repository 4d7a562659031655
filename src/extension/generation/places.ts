import { l10n } from 'vscode';
import type { WantedChunk } from '../../core/generate.js';

/** Which chunks of its document a selection is in: `chunk 2 of 5`. */
export function placesText(chunks: Iterable<WantedChunk>): string {
  const wanted = [...chunks];
  const total = wanted[0]?.document.chunks.length ?? 0;
  const numbers = wanted.map(({ place }) => place + 1);
  const [first = 0] = numbers;
  const last = numbers.at(-1) ?? 0;
  if (numbers.length === 1) return l10n.t('chunk {0} of {1}', first, total);
  return last - first === numbers.length - 1
    ? l10n.t('chunks {0} to {1} of {2}', first, last, total)
    : l10n.t('chunks {0} of {1}', numbers.join(', '), total);
}

/** That chunks which say the same are asked once, and under which document their pairs are; empty where none do. */
export function twinsText(wanted: Iterable<WantedChunk>): string {
  const documents = new Set<string>();
  let elsewhere = 0;
  let here = 0;
  for (const { document, under, repeats } of wanted) {
    if (under === document.input.path) here += Number(repeats);
    else {
      documents.add(nameOf(under));
      elsewhere++;
    }
  }
  const [path, ...others] = documents;
  const parts: string[] = [];
  if (path !== undefined) {
    const names = others.length > 0 ? l10n.t('{0} and {1} more', path, others.length) : path;
    parts.push(
      elsewhere === 1
        ? l10n.t('1 chunk says the same as one of {0} and was asked once: its pairs stand there.', names)
        : l10n.t(
            '{0} chunks say the same as those of {1} and were asked once: their pairs stand there.',
            elsewhere,
            names,
          ),
    );
  }
  if (here > 0) {
    parts.push(
      here === 1
        ? l10n.t('1 chunk says the same as another of its document and was asked once.')
        : l10n.t('{0} chunks say the same as others of their documents and were asked once.', here),
    );
  }
  return parts.join(' ');
}

/** A document's path without the way up to it from the dataset. */
const nameOf = (path: string): string => path.replace(/^(?:\.\.\/)+/, '');
