/** How well-known files that are no text start. Bytes as Latin-1. */
const starts: readonly (readonly [start: string, kind: string])[] = [
  ['%PDF-', 'a PDF'],
  ['PK\x03\x04', 'a zip archive (Word, Excel, PowerPoint and EPUB files are such)'],
  ['PK\x05\x06', 'a zip archive'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an old Word, Excel or PowerPoint file'],
  ['{\\rtf', 'an RTF document'],
  ['\x89PNG\r\n', 'a PNG image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['GIF87a', 'a GIF image'],
  ['GIF89a', 'a GIF image'],
  ['\x1f\x8b', 'a gzip archive'],
  ['7z\xbc\xaf\x27\x1c', 'a 7-Zip archive'],
  ['Rar!\x1a\x07', 'a RAR archive'],
  ['\x7fELF', 'a program'],
  ['SQLite format 3\0', 'an SQLite database'],
];

/** What kind of binary file starts with these bytes, for a message, or undefined where none is known to. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  return starts.find(([start]) => head.startsWith(start))?.[1];
}
