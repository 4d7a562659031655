export const convert = (): void => undefined;
