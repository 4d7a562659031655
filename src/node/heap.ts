import { setFlagsFromString } from 'node:v8';

/**
 * Makes this process collect garbage once its heap has grown by 30 %. V8 lets a program that is idle for most of its
 * time, as a run is that waits for servers, grow to four times of what it holds; collecting takes 1 % of such a run. Not for a
 * process that is not ours: the editor's.
 */
export const keepHeapSmall = (): void => setFlagsFromString('--heap-growing-percent=30');
