#pragma once

#include "sync/gateway/net/Request.h"

#include <memory>

namespace motcua::gateway {

/// Reads one request out of bytes, by Beast's parser, within bounds of our own: the whole head, its address, its fields. A request that could
/// be understood in two ways is none: two lengths, a length and chunks, a field that matters twice, trailers. Used by one thread at a time.
class RequestParser {
public:
    static constexpr size_t mostHead = 16 * 1024; ///< bytes, with the request line
    static constexpr size_t mostAddress = 4 * 1024;
    static constexpr size_t mostFields = 64;

    RequestParser();
    ~RequestParser();

    enum class Step { More, Head, Whole, Fault };
    struct Fed {
        Step step = Step::More;
        size_t used = 0;             ///< of the bytes; the others are to be fed again, with what follows them
        const char* fault = nullptr; ///< the code of the error
    };
    /// Stops after the head, though more be there. Head: it has come. Whole: the body too. Not to be called after Whole or Fault.
    Fed feed(const char* bytes, size_t size);

    const Request& request() const;
    Request& request();
    bool hasHead() const;
    bool isWhole() const;
    /// The client waits to hear that its body is wanted.
    bool wantsWord() const;
    /// The client will ask no further, or speaks HTTP/1.0.
    bool isLast() const;
    /// What has come of the body and was not taken yet.
    QByteArray& body();
    /// Of the whole body so far.
    qint64 bodyBytes() const;

private:
    class Beast;
    std::unique_ptr<Beast> m_beast;
};

}
