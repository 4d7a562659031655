export const exportPairs = (): void => undefined;
