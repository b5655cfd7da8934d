#pragma once

namespace motcua::base {

/// The first thing every program's main does, before any thread and any secret: no image of its memory reaches a disk (no core file, not
/// dumpable, so that no other program of the same user may read its memory or attach to it either), and whatever it writes is its
/// owner's alone (umask 077). Programs that it starts inherit the umask and that there are no core files.
void guardProgram();

}
