#include "app/domain/Ids.h"

#include <QRegularExpression>

#include <algorithm>

namespace motcua::domain {

namespace {

constexpr qsizetype digestBytes = 32;

}

bool UnitCodeForm::holds(const QString& text) {
    static const QRegularExpression form(QStringLiteral(R"(\A(?:[A-Z][0-9]{2}(?:\.[0-9]{1,3}){0,4}|[0-9]{3}(?:\.[0-9]{2}){2}\.[A-Z][0-9]{2})\z)"));
    return form.match(text).hasMatch();
}

bool BlobHashForm::holds(const QString& text) {
    const auto isHex = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); };
    return text.size() == 2 * digestBytes && std::all_of(text.begin(), text.end(), isHex);
}

BlobHash blobHashOf(const QByteArray& digest) {
    return BlobHash::fromString(QString::fromLatin1(digest.toHex()));
}

QByteArray digestOf(const BlobHash& hash) {
    return QByteArray::fromHex(hash.toString().toLatin1());
}

}
