#pragma once

class QProcess;

namespace motcua::capture {

/// Kills a helper that nobody listens to any more. A QProcess waits for its child when it is deleted; a child that does not go must not hold the
/// counter, so the object stays until its child is gone. The GUI thread; takes the process over.
void retire(QProcess* process);

}
