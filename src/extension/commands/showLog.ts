import type { Services } from '../services.js';

export const showLog = ({ log }: Services): void => log.show(true);
