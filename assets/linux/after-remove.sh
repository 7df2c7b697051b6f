#!/bin/sh
# Runs as root after the files are gone, for deb and rpm. What people made lies in their home folders and stays there.
set -u
# dpkg says a word, rpm how many versions are left. An upgrade leaves everything to the new version.
case "${1:-remove}" in
  remove | purge | disappear | 0) ;;
  *) exit 0 ;;
esac

if [ "$(readlink '/usr/bin/${executable}' 2>/dev/null)" = '/opt/${sanitizedProductName}/${executable}' ]; then
  rm -f '/usr/bin/${executable}'
fi

profile='/etc/apparmor.d/${executable}'
if [ -f "$profile" ]; then
  if command -v apparmor_parser >/dev/null 2>&1 && ! { command -v ischroot >/dev/null 2>&1 && ischroot; }; then
    apparmor_parser --remove "$profile" || true
  fi
  rm -f "$profile"
fi

for refresh in 'update-mime-database /usr/share/mime' 'update-desktop-database /usr/share/applications'; do
  # shellcheck disable=SC2086
  set -- $refresh
  if command -v "$1" >/dev/null 2>&1; then
    "$@" || true
  fi
done
exit 0
