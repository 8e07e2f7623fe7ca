/**
 * What values from outside have to be, in as few bytes as it takes: every page of a circle loads this before it can
 * read a row.
 */

const WRONG = Symbol('not of this shape');

/** Reads a value as what it has to be. */
export type Shape<Value> = (value: unknown) => Value | typeof WRONG;
/** A further condition on what has been read, or a change of it. */
type Rule<Value> = (value: Value) => Value | typeof WRONG;

type ValueOf<S> = S extends Shape<infer Value> ? Value : never;
type Shapes = Readonly<Record<string, Shape<unknown>>>;
type Missable<S extends Shapes> = {
  [Key in keyof S]: undefined extends ValueOf<S[Key]> ? Key : never;
}[keyof S];
type ObjectOf<S extends Shapes> = {
  [Key in Exclude<keyof S, Missable<S>>]: ValueOf<S[Key]>;
} & { [Key in Missable<S>]?: Exclude<ValueOf<S[Key]>, undefined> };

/** The value as it has been read, `null` where it is something else. */
export function read<Value>(shape: Shape<Value>, value: unknown): Value | null {
  const found = shape(value);
  return found === WRONG ? null : found;
}

export const string = (): Shape<string> => (value) => (typeof value === 'string' ? value : WRONG);

export const number = (): Shape<number> => (value) =>
  typeof value === 'number' && !Number.isNaN(value) ? value : WRONG;

export const boolean = (): Shape<boolean> => (value) =>
  typeof value === 'boolean' ? value : WRONG;

export const picklist =
  <const Value extends string | number>(values: readonly Value[]): Shape<Value> =>
  (value) =>
    values.find((each) => each === value) ?? WRONG;

/** A field that may be missing, and then is what is given for it. */
export function optional<Value>(shape: Shape<Value>): Shape<Value | undefined>;
export function optional<Value, Default>(
  shape: Shape<Value>,
  missing: Default,
): Shape<Value | Default>;
export function optional(shape: Shape<unknown>, missing?: unknown): Shape<unknown> {
  return (value) => (value === undefined ? missing : shape(value));
}

export const nullable =
  <Value>(shape: Shape<Value>): Shape<Value | null> =>
  (value) =>
    value === null ? null : shape(value);

/** Where it is something else it is what is given for it. */
export const fallback =
  <Value, const Instead>(shape: Shape<Value>, instead: Instead): Shape<Value | Instead> =>
  (value) => {
    const found = shape(value);
    return found === WRONG ? instead : found;
  };

export const array =
  <Value>(shape: Shape<Value>): Shape<Value[]> =>
  (value) => {
    if (!Array.isArray(value)) return WRONG;
    const found: Value[] = [];
    for (const each of value) {
      const item = shape(each);
      if (item === WRONG) return WRONG;
      found.push(item);
    }
    return found;
  };

/** Fields that are not named are left out. */
export function object<S extends Shapes>(shapes: S): Shape<ObjectOf<S>>;
export function object(shapes: Shapes): Shape<object> {
  const fields = Object.entries(shapes);
  return (value) => {
    if (typeof value !== 'object' || value === null) return WRONG;
    const found: Record<string, unknown> = {};
    for (const [name, shape] of fields) {
      const field = shape(Reflect.get(value, name));
      if (field === WRONG) return WRONG;
      if (field !== undefined) found[name] = field;
    }
    return found;
  };
}

/** A shape and what else must hold, one after the other. */
export const pipe =
  <Value>(shape: Shape<Value>, ...rules: readonly Rule<NoInfer<Value>>[]): Shape<Value> =>
  (value) => {
    let found = shape(value);
    for (const rule of rules) if (found !== WRONG) found = rule(found);
    return found;
  };

export const transform = <Value>(change: (value: Value) => Value): Rule<Value> => change;

export const check =
  <Value>(holds: (value: Value) => boolean): Rule<Value> =>
  (value) =>
    holds(value) ? value : WRONG;

interface Long {
  readonly length: number;
}
export const minLength = <Value extends Long>(least: number): Rule<Value> =>
  check(({ length }) => length >= least);
export const maxLength = <Value extends Long>(most: number): Rule<Value> =>
  check(({ length }) => length <= most);
export const minValue = (least: number): Rule<number> => check((value) => value >= least);
export const maxValue = (most: number): Rule<number> => check((value) => value <= most);
export const integer = (): Rule<number> => check((value) => Number.isInteger(value));
