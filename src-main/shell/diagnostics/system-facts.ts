/** What is known without the engine: versions, the machine, the desktop, our processes. */
import { statfs } from 'node:fs/promises'
import os from 'node:os'
import { app, powerMonitor, screen } from 'electron'
import type { Diagnostics, ProcessFacts } from '#shared/contract/diagnostics.ts'
import { channelOf } from '#shared/flags/resolve-flags.ts'
import { systemLanguage } from '../app-info.ts'

export function programFacts(startedAt: number): Diagnostics['program'] {
  const { versions } = process
  return {
    version: app.getVersion(),
    channel: channelOf(app.getVersion(), app.isPackaged),
    electron: versions.electron,
    chromium: versions.chrome,
    node: versions.node,
    v8: versions.v8,
    startedAt,
    isPackaged: app.isPackaged,
  }
}

/** @param folder on the disk whose room counts */
export async function systemFacts(folder: string): Promise<Diagnostics['system']> {
  const disk = await statfs(folder).catch(() => null)
  return {
    platform: process.platform,
    // What somebody added to it when they built it, such as their name, is nobody's business.
    version: /^\d+(\.\d+)*/.exec(process.getSystemVersion())?.[0] ?? '',
    arch: process.arch,
    cpus: os.cpus().length,
    memoryBytes: os.totalmem(),
    freeMemoryBytes: os.freemem(),
    freeDiskBytes: disk && disk.bavail * disk.bsize,
    locale: systemLanguage(app),
    displays: screen
      .getAllDisplays()
      .map(({ size, scaleFactor }) => ({ width: size.width, height: size.height, scale: scaleFactor })),
  }
}

export function graphicsState(): string {
  return app.getGPUFeatureStatus().gpu_compositing
}

export const isOnBattery = (): boolean => powerMonitor.onBatteryPower

const types: Readonly<Record<string, ProcessFacts['type']>> = { Browser: 'shell', Tab: 'window', GPU: 'gpu' }

export function processFacts(): readonly ProcessFacts[] {
  return app.getAppMetrics().map(({ type, name, memory, cpu }) => ({
    type: name === 'Outpost engine' ? 'engine' : (types[type] ?? 'other'),
    // Electron counts in kibibytes.
    memoryBytes: memory.workingSetSize * 1_024,
    cpuPercent: Math.round(cpu.percentCPUUsage * 10) / 10,
  }))
}
