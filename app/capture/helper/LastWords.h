#pragma once

namespace motcua::capture::helper {

/// A library that gets no memory ends the process instead of saying so. From here on that end is told to the counter through `out`:
/// "import.too-complex", where most of `bytes` was in use; any other end stays what it is. For readers of files.
void prepareLastWords(int out, unsigned long long bytes);

}
