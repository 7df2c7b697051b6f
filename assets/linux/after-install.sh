#!/bin/sh
# Runs as root after the files are in place, for deb and rpm. Nothing in it may stop the installation.
set -u
folder='/opt/${sanitizedProductName}'

ln -sf "$folder/${executable}" '/usr/bin/${executable}'

# Chromium takes user namespaces for its sandbox where it may, and this helper where it may not. Whether it may is
# another question for root than for the person who starts the program, so the helper is always made ready.
chown root:root "$folder/chrome-sandbox" && chmod 4755 "$folder/chrome-sandbox"

# Ubuntu 24.04 and later give user namespaces only to programs with a profile. Older ones do not know this form of it.
if command -v apparmor_status >/dev/null 2>&1 && apparmor_status --enabled >/dev/null 2>&1; then
  if apparmor_parser --skip-kernel-load --debug "$folder/resources/apparmor-profile" >/dev/null 2>&1; then
    cp -f "$folder/resources/apparmor-profile" '/etc/apparmor.d/${executable}'
    if ! { command -v ischroot >/dev/null 2>&1 && ischroot; }; then
      apparmor_parser --replace --write-cache --skip-read-cache '/etc/apparmor.d/${executable}' || true
    fi
  fi
fi

for refresh in 'update-mime-database /usr/share/mime' 'update-desktop-database /usr/share/applications' \
  'gtk-update-icon-cache --quiet --force --ignore-theme-index /usr/share/icons/hicolor'; do
  # shellcheck disable=SC2086
  set -- $refresh
  if command -v "$1" >/dev/null 2>&1; then
    "$@" || true
  fi
done
exit 0
