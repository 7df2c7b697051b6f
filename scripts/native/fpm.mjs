#!/usr/bin/env node
/**
 * Stands in for fpm, which electron-builder calls for deb and rpm and would fetch from elsewhere: takes the same
 * arguments and packs with the system's own dpkg-deb and rpmbuild. electron-builder finds it by CUSTOM_FPM_PATH.
 */
import { parseFpmArguments } from '../lib/package/fpm-arguments.mjs'
import { makeDeb } from '../lib/package/deb.mjs'
import { makeRpm } from '../lib/package/rpm.mjs'

const wanted = parseFpmArguments(process.argv.slice(2))
await (wanted.type === 'deb' ? makeDeb(wanted) : makeRpm(wanted))
