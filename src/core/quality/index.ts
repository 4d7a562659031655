/** Checks that need no model: is a completion supported by its source, and where. */
export {
  quoteFinder,
  ground,
  prepareSource,
  type Grounded,
  type GroundInput,
  type PreparedSource,
} from './ground.js';
export { groundLine, type GroundedLine } from './ground-line.js';
export { sameWords } from './same-words.js';
export { haystackOf, quotePlaces, type Haystack } from './grounding/find-quote.js';
