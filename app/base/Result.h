#pragma once

#include "app/base/Error.h"

#include <tl/expected.hpp>

#include <variant>

namespace motcua::base {

/// A value, or why there is none. No exception crosses a directory of this tree; this does.
template <class T>
using Result = tl::expected<T, Error>;

/// Success without a value: `return base::done();`
using Done = std::monostate;
using Outcome = Result<Done>;
inline Outcome done() {
    return Done{};
}

inline tl::unexpected<Error> fail(QString code, QMap<QString, QString> detail = {}) {
    return tl::unexpected<Error>(Error{std::move(code), std::move(detail)});
}
inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

}
