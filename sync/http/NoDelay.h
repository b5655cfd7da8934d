#pragma once

namespace motcua::http {

/// Makes this process's connections to a port send at once what they are given. Qt 6.4 leaves Nagle's algorithm on and offers no
/// way to its sockets; the last piece of a body then waits for the other side's delayed acknowledgement, 40 ms for each
/// request. Thread-safe.
void sendWithoutDelay(int port);

}
