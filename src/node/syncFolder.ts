import { open } from 'node:fs/promises';

/**
 * So that a new name in a folder survives a power cut. Windows and some network drives can't; the file is in place
 * anyway, so nothing is said.
 */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  try {
    await folder?.sync();
  } catch {
    // Not to be had here.
  } finally {
    await folder?.close();
  }
}
