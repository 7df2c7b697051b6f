/**
 * Keeps a fault in one part of the window from taking the rest with it. Drafts live in the store, not in the tree below,
 * so "try again" brings them back.
 */
import { RotateCcw, TriangleAlert } from 'lucide-react'
import { Component, useState, type ErrorInfo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../controls/button.tsx'
import './crash-guard.css'

export interface CrashGuardProps {
  /** The part's name as people know it: "Tickets". */
  readonly area: string
  /** What was kept; a sentence that fits every part when left out. */
  readonly kept?: string
  /** A change of this value tries again by itself: the open ticket's id, the route. */
  readonly resetKey?: string
  readonly onCrash?: (error: unknown, componentStack: string) => void
  readonly children: ReactNode
}

interface CrashGuardState {
  readonly crash: { readonly detail: string; readonly resetKey: string | undefined } | undefined
}

export class CrashGuard extends Component<CrashGuardProps, CrashGuardState> {
  override state: CrashGuardState = { crash: undefined }

  static getDerivedStateFromProps(props: CrashGuardProps, state: CrashGuardState): CrashGuardState | null {
    if (!state.crash || state.crash.resetKey === undefined || state.crash.resetKey === props.resetKey)
      return null
    return { crash: undefined }
  }

  static getDerivedStateFromError(error: unknown): CrashGuardState {
    return { crash: { detail: describeError(error), resetKey: undefined } }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.setState({
      crash: { detail: describeError(error) + (info.componentStack ?? ''), resetKey: this.props.resetKey },
    })
    this.props.onCrash?.(error, info.componentStack ?? '')
  }

  override render(): ReactNode {
    if (!this.state.crash) return this.props.children
    return (
      <CrashReport
        area={this.props.area}
        kept={this.props.kept}
        detail={this.state.crash.detail}
        onRetry={() => {
          this.setState({ crash: undefined })
        }}
      />
    )
  }
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

interface CrashReportProps {
  readonly area: string
  readonly kept: string | undefined
  readonly detail: string
  readonly onRetry: () => void
}

function CrashReport({ area, kept, detail, onRetry }: CrashReportProps): ReactNode {
  const { t } = useTranslation('ui')
  const [isCopied, setCopied] = useState(false)
  const copy = (): void => {
    void navigator.clipboard.writeText(detail).then(() => {
      setCopied(true)
    })
  }
  return (
    <div className="ui-crash" role="alert">
      <TriangleAlert aria-hidden className="ui-crash-icon" />
      <h2 className="ui-crash-title">{t('crash.title', { area })}</h2>
      <p className="ui-crash-kept">{kept ?? t('crash.kept')}</p>
      <Button variant="primary" icon={<RotateCcw aria-hidden />} onPress={onRetry}>
        {t('crash.retry')}
      </Button>
      <details className="ui-crash-detail">
        <summary>{t('crash.detail')}</summary>
        <pre>{detail}</pre>
        <Button size="small" onPress={copy}>
          {isCopied ? t('copied') : t('crash.copy')}
        </Button>
      </details>
    </div>
  )
}
