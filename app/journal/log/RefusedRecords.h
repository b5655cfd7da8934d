#pragma once

/// Own records that the province holds and that do not stand, as the feed told of them: each keeps its place in the chain, and its
/// number stays taken; a dossier is replayed without it, and its version is free again.
namespace motcua::journal::refusedrecords {

inline constexpr char feedKind[] = "record-refused";
/// Their numbers, for queries over `record`.
inline constexpr char numbers[] = "(SELECT seq FROM received WHERE kind = 'record-refused')";

}
