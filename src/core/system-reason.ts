/** What the system said of a file, in words that go on a sentence: `it is a folder`. */
export function systemReason(error: unknown): string {
  if (!(error instanceof Error && 'code' in error))
    return error instanceof Error ? error.message : String(error);
  const code = String(error.code);
  return reasons[code] ?? `the system says ${code}`;
}

const noPermission = 'you have no permission for it';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there (or is a link to nothing)',
  EACCES: noPermission,
  EPERM: noPermission,
  ELOOP: 'it is a link that leads back to itself',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EEXIST: 'something of that name is there already',
  ENAMETOOLONG: 'its name is too long',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EFBIG: 'it would be larger than a file may be there',
  EBUSY: 'another program has it open',
  EROFS: 'it can only be read there',
};
