#!/bin/sh
# Every text of the sources is translated into every language, and no translation is fuzzy.
# Usage: translations.sh SOURCE-FOLDER
set -eu
if ! command -v xgettext >/dev/null || ! command -v msgmerge >/dev/null; then
  echo "not run: no gettext"
  exit 0
fi
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
while read -r language; do
  cp "$1/ui/po/$language.po" "$out/"
done <"$1/ui/po/LINGUAS"
"$1/ui/po/update" "$out"
wrong=0
while read -r language; do
  msgfmt --check --output-file=/dev/null "$out/$language.po"
  for kind in untranslated only-fuzzy; do
    texts=$(msgattrib --$kind --no-obsolete "$out/$language.po" | grep -c '^msgid' || true)
    # the header counts as a text where there is any other
    if [ "$texts" -gt 1 ]; then
      echo "$language: $((texts - 1)) texts $kind:"
      msgattrib --$kind --no-obsolete --no-wrap "$out/$language.po" | grep '^#:\|^msgid "..*"' | head -40
      wrong=1
    fi
  done
done <"$1/ui/po/LINGUAS"
exit $wrong
