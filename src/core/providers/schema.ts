import type { JsonSchema } from './provider.js';

/** Keywords that strict modes of some servers refuse (OpenAI's takes no lengths), and that a reply can do without. */
const limits = new Set([
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minimum',
  'maximum',
  'pattern',
  'format',
  '$schema',
]);

/** The schema without limits of length, number and form: the shape alone. Property names are left alone. */
export function withoutLimits(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => !limits.has(key))
      .map(([key, value]) => [
        key,
        key === 'properties' && isObject(value) ? mapValues(value) : inner(value),
      ]),
  );
}

/** Whether `withoutLimits` would change it. */
export function hasLimits(schema: JsonSchema): boolean {
  return JSON.stringify(schema) !== JSON.stringify(withoutLimits(schema));
}

function inner(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inner);
  return isObject(value) ? withoutLimits(value) : value;
}

function mapValues(properties: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, inner(value)]));
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
