/** Packs for Fedora, openSUSE and their relatives, with rpmbuild. */
import fs from 'node:fs'
import path from 'node:path'
import { capture } from '../processes.mjs'
import { isQuick, layOut, stagedFiles } from './stage.mjs'

/** Debian's name -> rpm's. @type {Record<string, string>} */
const architectures = { amd64: 'x86_64', arm64: 'aarch64' }

/** @param {import('./fpm-arguments.mjs').Wanted} wanted */
export async function makeRpm(wanted) {
  fs.mkdirSync(path.dirname(wanted.file), { recursive: true })
  const work = fs.mkdtempSync(path.join(path.dirname(wanted.file), '.rpm-'))
  try {
    const stage = path.join(work, 'stage')
    fs.mkdirSync(stage)
    layOut(wanted.files, stage)
    const spec = path.join(work, 'outpost.spec')
    fs.writeFileSync(spec, specFile(wanted, stagedFiles(stage)))
    const result = await capture('rpmbuild', [
      ...[
        '-bb',
        '--quiet',
        '--target',
        architectures[wanted.architecture] ?? wanted.architecture,
        '--buildroot',
        stage,
      ],
      ...[
        '--define',
        `_topdir ${work}`,
        '--define',
        `_rpmdir ${work}`,
        '--define',
        '_rpmfilename made.rpm',
        spec,
      ],
    ])
    if (result.code !== 0) throw new Error(`rpmbuild failed: ${result.stderr}`)
    fs.renameSync(path.join(work, 'made.rpm'), wanted.file)
  } finally {
    fs.rmSync(work, { recursive: true, force: true })
  }
}

/**
 * @param {import('./fpm-arguments.mjs').Wanted} wanted
 * @param {readonly string[]} files relative to the root
 */
export function specFile(wanted, files) {
  const folder = /^\/?(opt\/[^/]+)\//.exec(files.find((file) => file.startsWith('opt/')) ?? '')?.[1]
  return [
    // Nothing is compiled here, and the program's own libraries are nobody else's business.
    '%global debug_package %{nil}',
    '%global __os_install_post %{nil}',
    '%define _build_id_links none',
    `%define _binary_payload ${isQuick() ? 'w1.gzdio' : 'w6T0.xzdio'}`,
    'AutoReqProv: no',
    `Name: ${wanted.name}`,
    `Version: ${wanted.version}`,
    'Release: 1',
    `Summary: ${wanted.summary}`,
    `License: ${wanted.licence}`,
    `Vendor: ${wanted.vendor}`,
    `Packager: ${wanted.maintainer}`,
    `URL: ${wanted.homepage}`,
    ...wanted.depends.map((name) => `Requires: ${name}`),
    '',
    '%description',
    wanted.description,
    '',
    '%post',
    escaped(wanted.afterInstall),
    '%postun',
    escaped(wanted.afterRemove),
    '%files',
    '%defattr(-,root,root,-)',
    ...(folder === undefined ? [] : [`"/${folder}"`]),
    ...files
      .filter((file) => folder === undefined || !file.startsWith(`${folder}/`))
      .map((file) => `"/${file}"`),
    '',
  ].join('\n')
}

/**
 * A script as it stands; "%" would begin a macro.
 * @param {string} script
 */
const escaped = (script) => fs.readFileSync(script, 'utf8').replaceAll('%', '%%')
