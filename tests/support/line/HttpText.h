#pragma once

#include <QByteArray>

namespace motcua::test {

/// The size of the HTTP/1.1 message at the front of `bytes` once it is whole, else 0. `bodiless`: the answer to HEAD.
qsizetype wholeMessage(const QByteArray& bytes, bool bodiless);
/// Its head's size with the empty line; 0: not there yet.
qsizetype headSize(const QByteArray& bytes);
/// The body's announced size; 0 without one.
qsizetype contentLength(const QByteArray& head);

}
