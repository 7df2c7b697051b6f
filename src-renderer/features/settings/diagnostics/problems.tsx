/** What went wrong lately, as the log has it: names and codes of the program, never a text. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogFacts } from '#shared/contract/diagnostics.ts'
import { useFormats } from '../../../i18n/locale-provider.tsx'

const maxShown = 15

export function Problems({ log }: { readonly log: LogFacts }): ReactNode {
  const { t } = useTranslation('diagnostics')
  const formats = useFormats()
  const { problems, unreadable } = log
  return (
    <section aria-label={t('problems.title')} className="diagnostics-problems">
      <h4>{t('problems.title')}</h4>
      {problems.length === 0 ? (
        <p className="diagnostics-quiet">{t('problems.none')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('problems.what')}</th>
              <th scope="col">{t('problems.code')}</th>
              <th scope="col">{t('problems.count')}</th>
              <th scope="col">{t('problems.last')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, maxShown).map(({ event, level, source, code, count, lastAt }) => (
              <tr key={`${event} ${level} ${source} ${code ?? ''}`}>
                <td>
                  <code>{event}</code> <span className="diagnostics-quiet">{t(`problems.${level}`)}</span>
                </td>
                <td>{code === null ? '–' : <code>{code}</code>}</td>
                <td>{formats.number(count)}</td>
                <td title={formats.exact(lastAt)}>{`${formats.date(lastAt)}, ${formats.time(lastAt)}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {unreadable > 0 ? (
        <p className="diagnostics-quiet">{t('problems.unreadable', { count: unreadable })}</p>
      ) : null}
    </section>
  )
}
