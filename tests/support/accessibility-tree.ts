/** What a screen reader is told of a page: Chromium's own accessibility tree, and what is wrong in it. */
import type { CDPSession, Page } from 'playwright-core'

interface Value {
  readonly value?: string | number | boolean
}
interface TreeNode {
  readonly backendDOMNodeId?: number
  readonly ignored: boolean
  readonly role?: Value
  readonly name?: Value
  readonly properties?: readonly { readonly name: string; readonly value: Value }[]
}

/** Roles that say what a control is. Whatever takes the focus has one of them, and a name. */
const controlRoles = new Set([
  'blockquote',
  'group',
  'list',
  'article',
  'button',
  'checkbox',
  'combobox',
  'Date',
  'DisclosureTriangle',
  'grid',
  'gridcell',
  'link',
  'listbox',
  'log',
  'menu',
  'menuitem',
  'menuitemcheckbox',
  'menuitemradio',
  'option',
  'radio',
  'region',
  'row',
  'searchbox',
  'separator',
  'slider',
  'spinbutton',
  'splitter',
  'switch',
  'tab',
  'tabpanel',
  'textbox',
  'toolbar',
  'tree',
  'treeitem',
])
const mayBeNameless = new Set(['RootWebArea', 'dialog', 'alertdialog', 'document', 'none'])
const landmarks = ['main', 'navigation', 'complementary', 'dialog', 'alertdialog', 'form', 'region']

/** One line for each thing that cannot be understood without seeing it. */
export async function treeProblems(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page)
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    const seen = (nodes as unknown as readonly TreeNode[]).filter(({ ignored }) => !ignored)
    const problems = [...wordProblems(seen), ...landmarkProblems(seen)]
    for (const node of seen.filter(isOddStop)) {
      if (!(await isTabStop(session, node))) continue
      problems.push(`a stop for Tab is a "${roleOf(node)}" called "${nameOf(node).slice(0, 60)}"`)
    }
    return problems
  } finally {
    await session.detach()
  }
}

const roleOf = ({ role }: TreeNode): string => String(role?.value ?? '')
const nameOf = ({ name }: TreeNode): string => String(name?.value ?? '').trim()

/** It takes the focus, and either is nothing that can be worked, or has no name. */
function isOddStop(node: TreeNode): boolean {
  const isFocusable = node.properties?.some(({ name, value }) => name === 'focusable' && value.value === true)
  if (!isFocusable || mayBeNameless.has(roleOf(node))) return false
  return !controlRoles.has(roleOf(node)) || nameOf(node) === ''
}

/** What the program leads to by itself, and what Chromium stops at only because it scrolls, is none. */
async function isTabStop(session: CDPSession, { backendDOMNodeId }: TreeNode): Promise<boolean> {
  if (backendDOMNodeId === undefined) return false
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: backendDOMNodeId })
  if (object.objectId === undefined) return false
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId,
    functionDeclaration: `function () {
      const stops = '[tabindex], a[href], button, input, select, textarea, summary, [contenteditable]'
      return this.tabIndex >= 0 && this.matches(stops)
    }`,
    returnByValue: true,
  })
  return result.value === true
}

function wordProblems(nodes: readonly TreeNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    const role = roleOf(node)
    const name = nameOf(node)
    if ((role === 'image' || role === 'dialog') && name === '') return [`a ${role} without a name`]
    return /\bundefined\b|\[object|\{\{/.test(name) ? [`a ${role} is called "${name}"`] : []
  })
}

/** Two places of one kind are told apart by their names. */
function landmarkProblems(nodes: readonly TreeNode[]): readonly string[] {
  return landmarks.flatMap((role) => {
    const names = nodes.filter((node) => roleOf(node) === role).map(nameOf)
    const twice = names.filter((name, index) => names.indexOf(name) !== index)
    return twice.length > 0 ? [`several of "${role}" are called "${twice.join('", "')}"`] : []
  })
}
