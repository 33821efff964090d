#!/bin/sh
# Makes NAME.plan.json from every NAME.tf of the given folders, each file planned alone, and from every NAME/ in them: a root
# module with modules of its own (main.tf), or the change between two of them (before/main.tf, after/main.tf).
# Needs the rig (a planner that works offline): RIG=/path/to/plan, by default ../shared/rig/plan beside the project.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
rig=${RIG:-$root/../shared/rig/plan}
[ $# -gt 0 ] || { echo "usage: sh cmake/plans.sh FOLDER..." >&2; exit 2; }
[ -x "$rig" ] || { echo "plans.sh: no rig at $rig; set RIG" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for folder in "$@"; do
  for source in "$folder"/*.tf; do
    [ -e "$source" ] || continue
    rm -rf "$work/module"
    mkdir "$work/module"
    cp "$source" "$work/module/main.tf"
    "$rig" "$work/module" "${source%.tf}.plan.json"
    echo "${source%.tf}.plan.json"
  done
  for module in "$folder"/*/; do
    module=${module%/}
    if [ -e "$module/after/main.tf" ]; then
      "$rig" --before "$module/before" "$module/after" "$module.plan.json"
    elif [ -e "$module/main.tf" ]; then
      "$rig" "$module" "$module.plan.json"
    else
      continue
    fi
    echo "$module.plan.json"
  done
done
