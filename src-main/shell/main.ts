/**
 * The shell's start: what the command line asks for, which data folder that means, and whether this is the only
 * program on it. Everything else is put together in program.ts.
 */
import path from 'node:path'
import { app, dialog } from 'electron'
import { describeCommandLineError, parseCommandLine, type CommandLine } from './command-line.ts'
import { dataPaths, prepareFolders } from './data-paths.ts'
import { keepCaches, portableFolder, takeTemporary } from './portable.ts'
import { programFiles } from './program-files.ts'
import { askAboutReadOnly, isReadOnly, startBeside } from './read-only-place.ts'
import { runProgram } from './program.ts'

const commandLine = parseCommandLine(process.argv.slice(1))
if (commandLine.ok) start(commandLine.value)
else refuse(describeCommandLineError(commandLine.error))

function start(commandLine: CommandLine): void {
  app.setName('Outpost')
  // As the installer names it: Windows shows notifications of programs that it knows.
  if (process.platform === 'win32') app.setAppUserModelId('app.outpost.desktop')
  const { platform, execPath, env } = process
  const beside = portableFolder({ isPackaged: app.isPackaged, platform, execPath, env })
  const wanted = dataPaths(commandLine, app.getPath('appData'), commandLine.systemFolder ? null : beside)
  if (wanted.isPortable && isReadOnly(wanted.root)) {
    void askAboutReadOnly({
      app,
      print: (line) => void process.stdout.write(line),
      start: startBeside,
      commandLine,
      paths: wanted,
      process,
    })
    return
  }
  const { paths, temporary } = prepareFolders(wanted)
  if (paths.isPortable) keepCaches(paths, env, platform)
  app.setPath('userData', paths.browser)
  app.setPath('sessionData', paths.browser)
  app.setPath('crashDumps', paths.crashes)

  // The first program on this data folder gets `second-instance` and comes to the front; this one has nothing to do.
  if (!app.requestSingleInstanceLock({ ...commandLine })) {
    if (commandLine.smoke) process.stdout.write(`${JSON.stringify({ ok: false, engine: 'in-use' })}\n`)
    app.exit(commandLine.smoke ? 1 : 0)
    return
  }
  if (paths.isPortable) takeTemporary(paths, env)
  const out = path.dirname(import.meta.dirname)
  const assets = app.isPackaged ? process.resourcesPath : path.join(path.dirname(out), 'assets')
  runProgram({
    commandLine,
    paths,
    temporary,
    isCarried: beside !== null && commandLine.dataDir === null,
    files: programFiles(out, assets),
  })
}

/** Before the app is ready this prints to the terminal on Linux, and shows a box elsewhere. */
function refuse(message: string): void {
  dialog.showErrorBox('Outpost', message)
  app.exit(2)
}
