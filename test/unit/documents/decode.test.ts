import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readDocument, type DocumentText } from '../../../src/core/documents/index.js';

async function read(bytes: Uint8Array, name = 'notes.txt'): Promise<DocumentText> {
  const outcome = await readDocument(bytes, name);
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.error.message);
  return outcome.value;
}

async function refusal(bytes: Uint8Array, name = 'notes.txt'): Promise<{ code: string; message: string }> {
  const outcome = await readDocument(bytes, name);
  assert.ok(!outcome.ok, 'was read');
  return outcome.error;
}

const wide = (text: string, big: boolean, bom: boolean) => {
  const bytes = Buffer.from((bom ? '\ufeff' : '') + text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

describe('reading a text file', () => {
  const text = 'Grüße – “quoted” 東京 👍\nSecond line.\n';

  it('takes UTF-8, with a BOM and without', async () => {
    for (const bom of ['', '\ufeff']) {
      const document = await read(Buffer.from(bom + text));
      assert.equal(document.text, text);
      assert.equal(document.encoding, 'utf-8');
    }
  });

  it('takes UTF-16 of both kinds, with a BOM and without', async () => {
    const chinese = '東京都は日本の首都である。\n'.repeat(5);
    for (const sample of [text, chinese]) {
      for (const big of [false, true]) {
        for (const bom of [false, true]) {
          const document = await read(wide(sample, big, bom));
          assert.equal(document.text, sample);
          assert.equal(document.encoding, big ? 'utf-16be' : 'utf-16le');
        }
      }
    }
  });

  it('takes Windows-1252 where the bytes are not UTF-8', async () => {
    const bytes = Buffer.from('caf\xe9 \x96 \x93quoted\x94 \x80 5', 'latin1');
    const document = await read(bytes);
    assert.equal(document.text, 'café – “quoted” € 5');
    assert.equal(document.encoding, 'windows-1252');
  });

  it('keeps UTF-8 with a damaged byte as UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Grüße aus Köln. '.repeat(30)),
      Buffer.from([0xff]),
      Buffer.from('Ende'),
    ]);
    const document = await read(bytes);
    assert.equal(document.encoding, 'utf-8');
    assert.match(document.text, /Grüße aus Köln\. \ufffdEnde$/);
  });

  it('reads any text back that UTF-8 can hold, line ends and NUL aside', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (body) => {
        const document = await read(Buffer.from(`Text: ${body}.`));
        assert.equal(document.text, `Text: ${body}.`.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd'));
      }),
    );
  });

  it('puts U+FFFD for a stray NUL', async () => {
    assert.equal(
      (await read(Buffer.from('A text with a\0NUL in it.'))).text,
      'A text with a\ufffdNUL in it.',
    );
    assert.equal((await read(Buffer.from('A text with one\0NUL in it.'))).encoding, 'utf-8');
  });

  it('puts U+FFFD for half a surrogate pair', async () => {
    const document = await read(Buffer.from('\ufeffa\ud800b', 'utf16le'));
    assert.equal(document.text, 'a\ufffdb');
  });

  it('gives an empty text for an empty file', async () => {
    assert.equal((await read(new Uint8Array())).text, '');
  });

  it('knows the format by the extension, in any case', async () => {
    const markdown = await read(Buffer.from('# A'), 'docs/README.MD');
    assert.deepEqual([markdown.format, markdown.mediaType], ['markdown', 'text/markdown']);
    assert.equal((await read(Buffer.from('A'), 'a.text')).format, 'plain');
  });

  it('refuses binary files, and says which and why', async () => {
    const pdf = await refusal(Buffer.from('%PDF-1.7\n...'), 'report.txt');
    assert.equal(pdf.code, 'binary');
    assert.match(pdf.message, /^report\.txt is not a text file: it looks like a PDF\. Save it as/);
    const random = Uint8Array.from({ length: 5000 }, (_, i) => (i * i * 31 + (i >> 3)) % 256);
    assert.match(
      (await refusal(random, 'data.md')).message,
      /^data\.md is not a text file: .* control characters/,
    );
    assert.equal((await refusal(Buffer.alloc(4096))).code, 'binary');
  });

  it('refuses UTF-32', async () => {
    assert.equal((await refusal(Uint8Array.of(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0))).code, 'encoding');
  });

  it('refuses files that no reader is for, and says what can be read', async () => {
    const { code, message } = await refusal(Buffer.from('a'), 'slides/talk.pptx');
    assert.equal(code, 'no-reader');
    assert.equal(
      message,
      "slides/talk.pptx: Pairsmith can't read .pptx files. It reads .md, .markdown, .txt, .text.",
    );
    assert.match((await refusal(Buffer.from('a'), 'LICENSE')).message, /files without an extension/);
  });
});
