/** Prints a figure and whether it keeps to its bound; a figure that does not makes the process end with 1. */
export function report(
  bench: string,
  what: string,
  figure: number,
  bound: { most: number } | { least: number },
): void {
  const fine = 'most' in bound ? figure <= bound.most : figure >= bound.least;
  const wanted = 'most' in bound ? `at most ${bound.most}` : `at least ${bound.least}`;
  console.log(`bench ${bench}: ${what} ${figure.toFixed(3)} (wanted ${wanted}) ${fine ? 'ok' : 'MISSED'}`);
  if (!fine) process.exitCode = 1;
}

const stock = (
  'the a policy council of to and in harbour review must may not until after before each every member officer meter ' +
  'valve sensor report annual quarterly budget approves requires records inspects delivers measures keeps sends ' +
  'within during because although winter summer north south station archive licence permit safety training'
).split(' ');

/** A sentence of words drawn by a seed. */
export function words(seed: number, count: number): string {
  let state = (seed * 2654435761) >>> 0;
  const drawn = Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return stock[state % stock.length];
  });
  return `${drawn.join(' ')} ${seed}.`;
}
