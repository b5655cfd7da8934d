#include "tests/support/line/HttpText.h"

namespace motcua::test {

qsizetype headSize(const QByteArray& bytes) {
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    return end < 0 ? 0 : end + 4;
}

qsizetype contentLength(const QByteArray& head) {
    const QByteArray lower = head.toLower();
    const qsizetype at = lower.indexOf("\r\ncontent-length:");
    if (at < 0)
        return 0;
    const qsizetype from = at + 17;
    return lower.mid(from, lower.indexOf("\r\n", from) - from).trimmed().toLongLong();
}

qsizetype wholeMessage(const QByteArray& bytes, bool bodiless) {
    const qsizetype head = headSize(bytes);
    if (head == 0)
        return 0;
    const QByteArray headText = bytes.left(head).toLower();
    if (bodiless || headText.startsWith("http/1.1 204"))
        return head;
    if (headText.contains("transfer-encoding: chunked")) {
        const qsizetype end = bytes.indexOf("\r\n0\r\n\r\n", head - 2);
        return end < 0 ? 0 : end + 7;
    }
    const qsizetype size = head + contentLength(headText);
    return bytes.size() >= size ? size : 0;
}

}
