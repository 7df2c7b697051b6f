/**
 * Bounds what a window may send before anything looks at it: structured clones can hold maps, buffers, cycles and
 * megabytes. Our calls are JSON-like and small.
 */
export interface DataLimits {
  /** Of all texts and keys together, in UTF-16 code units. */
  readonly maxCharacters: number
  readonly maxValues: number
  readonly maxDepth: number
}

/** True for null, booleans, numbers, texts, arrays and plain objects of them (undefined too), within the limits. */
export function isPlainData(value: unknown, limits: DataLimits): boolean {
  let characters = 0
  let values = 0
  const visit = (item: unknown, depth: number): boolean => {
    values += 1
    if (values > limits.maxValues || depth > limits.maxDepth) return false
    switch (typeof item) {
      case 'string':
        characters += item.length
        return characters <= limits.maxCharacters
      case 'number':
      case 'boolean':
      case 'undefined':
        return true
      case 'object':
        return item === null || visitObject(item, depth)
      default:
        return false
    }
  }
  const visitObject = (item: object, depth: number): boolean => {
    if (Array.isArray(item))
      return item.length <= limits.maxValues && item.every((entry) => visit(entry, depth + 1))
    const prototype: unknown = Object.getPrototypeOf(item)
    if (prototype !== Object.prototype && prototype !== null) return false
    return Object.entries(item).every(([key, entry]) => visit(key, depth) && visit(entry, depth + 1))
  }
  return visit(value, 0)
}
