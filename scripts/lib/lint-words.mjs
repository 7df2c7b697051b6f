// @ts-nocheck -- a rule walks trees whose types are the parser's, and ESLint gives none to plain modules
/**
 * Our own lint rules for what people read: every word of it comes from the catalogues, every number and date from
 * `useFormats()`. They look at where a text ends up (between tags, in a label, in a dialog), not at what it says.
 */

/** Attributes and properties whose text is seen or read out. */
const spoken =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|alt|title|placeholder|label|sublabel|description|detail|message|body|text|hint|buttons|toolTip|tooltip|confirm|reason)$/
const formatters = /^toLocale(String|DateString|TimeString)$|^toFixed$|^toPrecision$/
const intl =
  /^(NumberFormat|DateTimeFormat|RelativeTimeFormat|ListFormat|DurationFormat|Collator|PluralRules)$/

/** Two letters in a row, without addresses and the name of the product. */
const isWord = (text) =>
  /\p{L}{2}/u.test(text.replace(/\bOutpost\b|[a-z]+:\/\/\S*( \/\S*)?|\b[a-z]+(\.[a-z]+)+\b/g, ''))

/** Texts that an expression can be, as far as they are written there. */
function texts(node) {
  if (!node) return []
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node] : []
    case 'TemplateLiteral':
      return node.quasis.filter(({ value }) => isWord(value.raw)).length > 0 ? [node] : []
    case 'JSXExpressionContainer':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return texts(node.expression)
    case 'ConditionalExpression':
      return [...texts(node.consequent), ...texts(node.alternate)]
    case 'LogicalExpression':
    case 'BinaryExpression':
      return node.operator === '&&' ? texts(node.right) : [...texts(node.left), ...texts(node.right)]
    case 'ArrayExpression':
      return node.elements.flatMap(texts)
    default:
      return []
  }
}

const textOf = (node) =>
  node.type === 'TemplateLiteral' ? node.quasis.map(({ value }) => value.raw).join(' ') : node.value

/** @type {import('eslint').Rule.RuleModule} */
const noWords = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { word: 'What people read comes from src-shared/locales: "{{text}}".' },
  },
  create(context) {
    const look = (node) => {
      for (const found of texts(node)) {
        const text = String(textOf(found))
        if (isWord(text))
          context.report({ node: found, messageId: 'word', data: { text: text.slice(0, 60) } })
      }
    }
    const isShell = context.filename.replaceAll('\\', '/').includes('/src-main/')
    return {
      JSXText(node) {
        if (isWord(node.value))
          context.report({ node, messageId: 'word', data: { text: node.value.trim().slice(0, 60) } })
      },
      JSXAttribute(node) {
        if (typeof node.name.name === 'string' && spoken.test(node.name.name)) look(node.value)
      },
      JSXExpressionContainer(node) {
        if (node.parent.type === 'JSXElement' || node.parent.type === 'JSXFragment') look(node.expression)
      },
      'CallExpression[callee.name="showToast"] > ObjectExpression > Property[key.name="text"]'(node) {
        look(node.value)
      },
      Property(node) {
        if (isShell && node.key.type === 'Identifier' && isOfDialog(node)) look(node.value)
      },
      CallExpression(node) {
        if (isShell && /^(showErrorBox|setToolTip|setTitle)$/.test(node.callee.property?.name ?? ''))
          node.arguments.forEach(look)
      },
    }
  },
}

/** A property of what a dialog, a menu or a notification is made of. */
function isOfDialog({ key, parent }) {
  if (
    !/^(label|sublabel|message|detail|title|body|buttons|toolTip|checkboxLabel|defaultPath)$/.test(key.name)
  )
    return false
  if (key.name === 'label' || key.name === 'sublabel' || key.name === 'buttons' || key.name === 'detail')
    return true
  for (let up = parent; up; up = up.parent) {
    if (up.type === 'CallExpression' || up.type === 'NewExpression') {
      const name = up.callee.property?.name ?? up.callee.name ?? ''
      return /^(show\w*Dialog\w*|showMessageBox\w*|showErrorBox|Notification|MenuItem)$/.test(name)
    }
    if (up.type === 'FunctionDeclaration' || up.type === 'ArrowFunctionExpression') return false
  }
  return false
}

/** @type {import('eslint').Rule.RuleModule} */
const noOwnFormat = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { format: 'Numbers, dates, lists and orders are written by useFormats(): {{name}}.' },
  },
  create(context) {
    const report = (node, name) => context.report({ node, messageId: 'format', data: { name } })
    return {
      'CallExpression > MemberExpression.callee'(node) {
        if (formatters.test(node.property.name ?? '')) report(node.property, node.property.name)
        if (node.property.name === 'localeCompare') report(node.property, 'localeCompare')
      },
      'MemberExpression[object.name="Intl"]'(node) {
        if (intl.test(node.property.name ?? '')) report(node, `Intl.${node.property.name}`)
      },
    }
  },
}

const isSentence = (node) =>
  node.type === 'CallExpression' && (node.callee.name === 't' || node.callee.property?.name === 't')

/** @type {import('eslint').Rule.RuleModule} */
const noPieces = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      pieces: 'A sentence is written whole, with variables: other languages order its parts another way.',
    },
  },
  create(context) {
    return {
      BinaryExpression(node) {
        if (node.operator === '+' && (isSentence(node.left) || isSentence(node.right)))
          context.report({ node, messageId: 'pieces' })
      },
      TemplateLiteral(node) {
        const words = node.quasis.some(({ value }) => isWord(value.raw))
        const spaced = node.quasis.slice(1, -1).some(({ value }) => /^\s*$/.test(value.raw))
        const sentences = node.expressions.filter(isSentence).length
        if (sentences > 0 && (words || (sentences > 1 && spaced)))
          context.report({ node, messageId: 'pieces' })
      },
    }
  },
}

export const words = {
  rules: { 'no-words': noWords, 'no-own-format': noOwnFormat, 'no-pieces': noPieces },
}
