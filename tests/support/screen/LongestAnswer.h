#pragma once

namespace motcua::test {

/// Milliseconds that a program of its own may take to answer on a loaded machine before a test fails.
inline constexpr int longestAnswer = 20'000;

}
