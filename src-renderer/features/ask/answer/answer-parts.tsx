/** The answer itself: paragraphs, numbered steps, headings, code, each sentence with its sources. */
import { CircleHelp } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnswerPart, Question } from '#shared/contract/ask.ts'
import { answerBlocks, type AnswerBlock } from '../model/answer-blocks.ts'
import { CodeBox, TableBox } from '../../../ui/index.ts'
import { Citations } from './citation.tsx'

export function AnswerParts({ question }: { readonly question: Question }): ReactNode {
  const blocks = answerBlocks(question.parts, question.by.type === 'extract')
  return (
    <div className="ask-parts" {...(question.state.type === 'writing' ? { 'aria-busy': true } : {})}>
      {blocks.map((block, index) => (
        <Block key={index} block={block} question={question} />
      ))}
    </div>
  )
}

interface BlockProps {
  readonly block: AnswerBlock
  readonly question: Question
}

function Block({ block, question }: BlockProps): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          {block.parts.map((part, index) => (
            <Fragment key={index}>
              {index > 0 ? ' ' : null}
              <Part part={part} question={question} />
            </Fragment>
          ))}
        </p>
      )
    case 'steps':
      return (
        <ol start={block.start}>
          {block.parts.map((part, index) => (
            <li key={index}>
              <Part part={part} question={question} />
            </li>
          ))}
        </ol>
      )
    case 'heading':
      return <h3>{block.part.text}</h3>
    case 'table':
      return <AnswerTable block={block} question={question} />
    case 'code':
      return (
        <div className="ask-code">
          <CodeBox>{block.part.text}</CodeBox>
          <Citations numbers={block.part.citations} passages={question.passages} />
          {block.part.isSupported ? null : <Unsupported />}
        </div>
      )
  }
}

interface AnswerTableProps {
  readonly block: Extract<AnswerBlock, { type: 'table' }>
  readonly question: Question
}

function AnswerTable({ block: { head, rows }, question }: AnswerTableProps): ReactNode {
  const { t } = useTranslation('ask')
  return (
    <TableBox className="ask-table">
      <thead>
        <tr>
          {head.map((name, column) => (
            <th key={column} scope="col">
              {name}
            </th>
          ))}
          <th scope="col" className="ask-table-cites">
            <span className="ui-visually-hidden">{t('sources.title')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ cells, part }, row) => (
          <tr key={row}>
            {cells.map((cell, column) => (
              <td key={column}>{cell}</td>
            ))}
            <td className="ask-table-cites">
              <Citations numbers={part.citations} passages={question.passages} />
              {part.isSupported ? null : <Unsupported />}
            </td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  )
}

function Part({ part, question }: { readonly part: AnswerPart; readonly question: Question }): ReactNode {
  return (
    <span {...(part.isSupported ? {} : { className: 'ask-unsupported' })}>
      <span className="ask-part-words">{part.text.trim()}</span>
      <Citations numbers={part.citations} passages={question.passages} />
      {part.isSupported ? null : <Unsupported />}
    </span>
  )
}

/** By words and by a sign, so that colour is not needed. */
function Unsupported(): ReactNode {
  const { t } = useTranslation('ask')
  return (
    <span className="ask-unsupported-mark">
      <CircleHelp aria-hidden />
      {t('answer.unsupported')}
    </span>
  )
}
