/**
 * Which sentences the program says, and where. Read from its types: the argument of every `t()` is one key, or as many as
 * its type has members, so `t(`state.${state}`)` counts for each state there is, and for nothing else.
 */
import path from 'node:path'
import ts from 'typescript'

export interface Use {
  /** Relative to the project, with `/`. */
  readonly file: string
  readonly line: number
}

export interface Uses {
  /** `tickets:field.owner` -> where; a plural under its stem. */
  readonly keys: ReadonlyMap<string, readonly Use[]>
  /** Keys that are known only to a pattern, such as `ui:key.*`. */
  readonly patterns: ReadonlyMap<string, readonly Use[]>
  /** Calls whose key cannot be told at all. */
  readonly unknown: readonly Use[]
}

/** The shell's own ways to say something: method -> where its keys are. */
const shellMethods: ReadonlyMap<string, string> = new Map([
  ['menu', 'shell:menu.'],
  ['fault', 'shell:fault.'],
  ['file', 'shell:file.'],
  ['notice', 'notifications:notice.'],
  ['tray', 'notifications:tray.'],
])
const anything = '*'

/**
 * @param has whether there is a sentence of this name, to find the namespace of a key that names none
 */
export function findUses(root: string, has: (namespace: string, key: string) => boolean): Uses {
  const found: Found = { root, has, keys: new Map(), patterns: new Map(), unknown: [] }
  const window = createProgram(root, 'tsconfig.renderer.json', () => true)
  const shell = createProgram(root, 'tsconfig.node.json', (file) => file.includes('/src-main/shell/'))
  visitCalls(window, (call, checker) => readWindowCall(call, checker, found))
  visitCalls(shell, (call, checker) => readShellCall(call, checker, found))
  return found
}

interface Found {
  readonly root: string
  readonly has: (namespace: string, key: string) => boolean
  readonly keys: Map<string, Use[]>
  readonly patterns: Map<string, Use[]>
  readonly unknown: Use[]
}

function createProgram(root: string, config: string, wanted: (file: string) => boolean): ts.Program {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined }
  const parsed = ts.getParsedCommandLineOfConfigFile(path.join(root, config), {}, host)
  if (!parsed) throw new Error(`${config} cannot be read`)
  return ts.createProgram(
    parsed.fileNames.filter((file) => wanted(file.replaceAll('\\', '/'))),
    { ...parsed.options, noEmit: true },
  )
}

function visitCalls(
  program: ts.Program,
  see: (call: ts.CallExpression, checker: ts.TypeChecker) => void,
): void {
  const checker = program.getTypeChecker()
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) see(node, checker)
    ts.forEachChild(node, visit)
  }
  for (const file of program.getSourceFiles()) {
    if (!file.isDeclarationFile && /[\\/]src-(renderer|main)[\\/]/.test(file.fileName)) visit(file)
  }
}

function readWindowCall(call: ts.CallExpression, checker: ts.TypeChecker, found: Found): void {
  const [argument] = call.arguments
  if (calledName(call) !== 't' || !argument) return
  const namespaces = namespacesOf(call.expression, checker)
  for (const text of textsOf(argument, checker)) {
    const use = placeOf(call, found.root)
    if (text === anything) found.unknown.push(use)
    else note(found, text, namespaces, use)
  }
}

function calledName({ expression }: ts.CallExpression): string {
  if (ts.isIdentifier(expression)) return expression.text
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : ''
}

function readShellCall(call: ts.CallExpression, checker: ts.TypeChecker, found: Found): void {
  const prefix = shellMethods.get(calledName(call))
  const [argument] = call.arguments
  if (prefix === undefined || !argument || !ts.isExpression(argument)) return
  for (const text of textsOf(argument, checker)) {
    const [namespace = '', start = ''] = prefix.split(':')
    // Other things have methods of these names; what is meant here is in the catalogue.
    if (text !== anything && isThere(found, namespace, `${start}${text}`))
      add(found.keys, `${prefix}${text}`, placeOf(call, found.root))
  }
}

function note(found: Found, text: string, namespaces: readonly string[], use: Use): void {
  const colon = text.indexOf(':')
  const key = text.slice(colon + 1)
  const candidates = colon < 0 ? namespaces : [text.slice(0, colon)]
  if (key.includes(anything)) {
    for (const namespace of candidates) add(found.patterns, `${namespace}:${key}`, use)
    return
  }
  const namespace = candidates.find((each) => isThere(found, each, key)) ?? candidates[0] ?? 'common'
  add(found.keys, `${namespace}:${key}`, use)
}

function isThere({ has }: Found, namespace: string, key: string): boolean {
  return has(namespace, key) || has(namespace, `${key}_other`)
}

/**
 * The namespaces that a `t` looks in, first to last. Read from the call that made it, where that is to be seen: to work
 * out its type takes longer than everything else here together.
 */
function namespacesOf(callee: ts.Expression, checker: ts.TypeChecker): readonly string[] {
  const named = ts.isPropertyAccessExpression(callee) ? callee.name : callee
  // `i18n.t` itself knows all namespaces, and looks in "common" where none is named.
  if (named !== callee && /(^|\.)i18n\.t$/.test(callee.getText())) return ['common']
  if (ts.isPropertyAccessExpression(callee) && ts.isCallExpression(callee.expression))
    return namesIn(callee.expression, checker) ?? ['common']
  const declared = checker.getSymbolAtLocation(named)?.declarations?.[0]
  if (!declared) return ['common']
  const maker = ts.isBindingElement(declared)
    ? (declared.parent.parent as ts.VariableDeclaration).initializer
    : undefined
  const written = maker && ts.isCallExpression(maker) ? namesIn(maker, checker) : undefined
  if (written) return written
  const type = checker.getTypeAtLocation(declared)
  const [names] = type.aliasTypeArguments ?? checker.getTypeArguments(type as ts.TypeReference)
  return [...(names ? (literalsOf(names, checker) ?? []) : []), 'common']
}

/** The namespaces that `useTranslation(…)` was called with; undefined where it is another call. */
function namesIn(call: ts.CallExpression, checker: ts.TypeChecker): readonly string[] | undefined {
  if (call.expression.getText() !== 'useTranslation') return undefined
  const [argument] = call.arguments
  return argument ? [...textsOf(argument, checker), 'common'] : ['common']
}

/** Every text that an expression can be; `*` stands for what is not known. */
function textsOf(expression: ts.Expression, checker: ts.TypeChecker): readonly string[] {
  if (ts.isStringLiteralLike(expression)) return [expression.text]
  // The type that was claimed says less than what is written.
  if (
    ts.isAsExpression(expression) ||
    ts.isParenthesizedExpression(expression) ||
    ts.isSatisfiesExpression(expression)
  )
    return textsOf(expression.expression, checker)
  if (ts.isConditionalExpression(expression))
    return [...textsOf(expression.whenTrue, checker), ...textsOf(expression.whenFalse, checker)]
  if (ts.isArrayLiteralExpression(expression))
    return expression.elements.flatMap((element) => textsOf(element, checker))
  if (!ts.isTemplateExpression(expression))
    return literalsOf(checker.getTypeAtLocation(expression), checker) ?? [anything]
  let texts: readonly string[] = [expression.head.text]
  for (const span of expression.templateSpans) {
    const middle = textsOf(span.expression, checker)
    texts = texts.flatMap((text) => middle.map((each) => `${text}${each}${span.literal.text}`))
  }
  return texts
}

function literalsOf(type: ts.Type, checker: ts.TypeChecker): readonly string[] | undefined {
  const members = checker.isTupleType(type)
    ? checker.getTypeArguments(type as ts.TypeReference)
    : type.isUnion()
      ? type.types
      : [type]
  const texts = members.map((member) =>
    member.isStringLiteral() || member.isNumberLiteral() ? String(member.value) : undefined,
  )
  return texts.every((text) => text !== undefined) ? texts : undefined
}

function placeOf(node: ts.Node, root: string): Use {
  const source = node.getSourceFile()
  const { line } = source.getLineAndCharacterOfPosition(node.getStart())
  return { file: path.relative(root, source.fileName).replaceAll('\\', '/'), line: line + 1 }
}

function add(map: Map<string, Use[]>, key: string, use: Use): void {
  const uses = map.get(key)
  if (uses) uses.push(use)
  else map.set(key, [use])
}
