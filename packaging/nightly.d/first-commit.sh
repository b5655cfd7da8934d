# Sourced by the checks that need the programs of commit fb30b3b, the last one before record version 2. Not a check itself.

first_commit=fb30b3b

# Checks it out at $1/tree, with what a Debian needs to build it.
check_out_first() {
  if ! git cat-file -e "$first_commit^{commit}" 2> /dev/null; then
    echo "Commit $first_commit is not in this clone, so its programs cannot be built. If the clone is shallow: git fetch --unshallow" >&2
    return 1
  fi
  git worktree add --detach "$1/tree" "$first_commit"
  "$1/tree/packaging/setup"
}

# Builds targets of the tree at $1/tree with the flags of its own preset "dev", so that a compiler cache can serve both; into
# $1/tree/build/dev.
build_first() {
  local work=$1
  shift
  local tree=$work/tree launcher=()
  if command -v ccache > /dev/null; then
    launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
  fi
  export CCACHE_BASEDIR=$tree CCACHE_NOHASHDIR=1
  cmake -S "$tree" -B "$tree/build/dev" -G Ninja -DCMAKE_CXX_COMPILER=g++ "${launcher[@]}" -DCMAKE_BUILD_TYPE=None "-DCMAKE_CXX_FLAGS=-O1 -g1" \
    -DBUILD_TESTING=OFF
  cmake --build "$tree/build/dev" --target "$@"
  unset CCACHE_BASEDIR CCACHE_NOHASHDIR
}

# Takes away what check_out_first made.
drop_first() {
  rm -rf "$1"
  git worktree prune
}
